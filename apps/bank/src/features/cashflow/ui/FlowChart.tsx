import { formatDay, locale } from '../../../calendar/index.ts'
import { compactMoney } from '../../../charts/compactMoney.ts'
import type { Currency } from '../../../money/index.ts'
import { formatMoney } from '../../../money/index.ts'
import type { MonthFlow } from '../cashFlow.ts'
import styles from './FlowChart.module.css'

/** Two bars a month: what came in, what went out. Screen readers get the figures of each month. */
export function FlowChart({ months, currency }: { months: readonly MonthFlow[]; currency: Currency }) {
  const largest = months.reduce((most, { inMinor, outMinor }) => Math.max(most, inMinor, outMinor), 1)
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.legend}>
        <span>
          <i className={styles.in} /> In
        </span>
        <span>
          <i className={styles.out} /> Out
        </span>
        <span className={styles.top}>{compactMoney(largest, currency)} at the top</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list */}
      <ul role="list" aria-label="Cash flow by month" className={styles.months}>
        {months.map(({ month, inMinor, outMinor }) => {
          const words = `${formatDay(month, 'monthYear')}: ${formatMoney(inMinor, currency, locale)} in, ${formatMoney(outMinor, currency, locale)} out`
          return (
            <li key={month} className={styles.month} title={words}>
              <span className={styles.hidden}>{words}</span>
              <span aria-hidden="true" className={styles.bars}>
                <i className={styles.in} style={{ blockSize: share(inMinor, largest) }} />
                <i className={styles.out} style={{ blockSize: share(outMinor, largest) }} />
              </span>
              <span aria-hidden="true" className={styles.name}>
                {formatDay(month, 'month')}
              </span>
            </li>
          )
        })}
      </ul>
    </figure>
  )
}

const share = (minor: number, largest: number) => `${(Math.max(0, minor) / largest) * 100}%`
