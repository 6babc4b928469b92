import { Money } from '@playhead/ui'
import { useMemo } from 'react'
import { calendarDay, formatDay, locale } from '../calendar/index.ts'
import { currencyExponent } from '../money/index.ts'
import type { BalanceSeries } from './BalanceSeries.ts'
import styles from './BalanceTable.module.css'

/** What a balance chart shows, in figures: the last day of each month, newest first. */
export function BalanceTable({ label, series, currency }: { label: string; series: BalanceSeries; currency: string }) {
  const rows = useMemo(() => monthEnds(series), [series])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.frame} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Balance</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, minor }) => (
            <tr key={day}>
              <td>{formatDay(day)}</td>
              <td>
                <Money minor={minor} currency={currency} exponent={currencyExponent(currency)} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The last day of each month that the series has. */
function monthEnds({ days, minor }: BalanceSeries): readonly { day: string; minor: number }[] {
  const rows: { day: string; minor: number }[] = []
  let month = ''
  for (let at = days.length - 1; at >= 0; at--) {
    const day = calendarDay(days[at] as number)
    if (day.slice(0, 7) === month) continue
    month = day.slice(0, 7)
    rows.push({ day, minor: minor[at] as number })
  }
  return rows
}
