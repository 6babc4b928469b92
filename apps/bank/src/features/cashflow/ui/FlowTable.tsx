import { Money } from '@playhead/ui'
import { formatDay, locale } from '../../../calendar/index.ts'
import type { Currency } from '../../../money/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import type { MonthFlow } from '../cashFlow.ts'
import styles from './FlowChart.module.css'

/** The same in figures, the newest month first. */
export function FlowTable({ months, currency }: { months: readonly MonthFlow[]; currency: Currency }) {
  const money = (minor: number, sign: 'auto' | 'always' = 'auto') => (
    <Money minor={minor} currency={currency} exponent={currencyExponent(currency)} locale={locale} sign={sign} />
  )
  return (
    <table className={styles.table} aria-label="Cash flow by month">
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">In</th>
          <th scope="col">Out</th>
          <th scope="col">Left</th>
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map(({ month, inMinor, outMinor }) => (
          <tr key={month}>
            <th scope="row">{formatDay(month, 'monthYear')}</th>
            <td>{money(inMinor)}</td>
            <td>{money(outMinor)}</td>
            <td>{money(inMinor - outMinor, 'always')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
