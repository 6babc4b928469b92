import { Money } from '@playhead/ui'
import { formatDay, locale } from '../../../calendar/index.ts'
import type { Account } from '../../../ledger/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import { describeEntry } from './describeEntry.ts'
import type { LineList } from './LineList.ts'
import styles from './RecentLines.module.css'

/** How many lines are shown. */
const shownMax = 10

export interface RecentLinesProps {
  lines: LineList
  accountOf: (id: string) => Account | undefined
  onOpen: (entryId: string) => void
}

/** The newest lines of a list, each a button that opens its entry. */
export function RecentLines({ lines, accountOf, onOpen }: RecentLinesProps) {
  const shown = Array.from({ length: Math.min(shownMax, lines.length) }, (_, index) => lines.at(index))
  if (shown.length === 0) return <p className={styles.none}>Nothing is booked at this time.</p>
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list
    <ul role="list" className={styles.list}>
      {shown.map(({ entry, account, minor }, at) => {
        const { title, detail } = describeEntry(entry, account.id, accountOf)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are places; dragging through time changes what stands in them
          <li key={at}>
            <button type="button" className={styles.line} onClick={() => onOpen(entry.entryId)}>
              <span className={styles.day}>{formatDay(entry.bookingDate, 'dayMonth')}</span>
              <span className={styles.words}>
                <span className={styles.title}>{title}</span>
                <span className={styles.detail}>
                  {[account.name, detail].filter((word) => word !== '').join(' · ')}
                </span>
              </span>
              <Money
                className={styles.amount}
                minor={minor}
                currency={account.currency}
                exponent={currencyExponent(account.currency)}
                locale={locale}
                sign="always"
                coloring="credit"
              />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
