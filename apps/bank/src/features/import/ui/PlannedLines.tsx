import type { Tone } from '@playhead/ui'
import { Badge, Money } from '@playhead/ui'
import { counted, formatDay, locale } from '../../../calendar/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import type { PlannedLine, StatementPlan } from '../index.ts'
import styles from './PlannedLines.module.css'

/** How many are drawn: to see that they are read rightly, not to read them all. */
const SHOWN_MAX = 100

/** The lines of a file and what becomes of each, for whoever wants to look before booking. */
export function PlannedLines({ statements }: { statements: readonly StatementPlan[] }) {
  const lines = statements.flatMap((statement) => statement.lines.slice(0, SHOWN_MAX)).slice(0, SHOWN_MAX)
  const all = statements.reduce((sum, statement) => sum + statement.lines.length, 0)
  if (lines.length === 0) return null
  return (
    <details className={styles.lines}>
      <summary>
        {all > lines.length ? `The first ${lines.length} of ${counted(all, 'line', 'lines')}` : 'The lines'}
      </summary>
      {/* biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list */}
      <ul role="list" aria-label="Lines of the file">
        {lines.map(({ line, fate }, at) => {
          const { bookingDate, counterparty, memo, postingText, minor, currency } = line
          const { words, tone } = fates[fate]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a file never change
            <li key={at}>
              <span className={styles.day}>{formatDay(bookingDate)}</span>
              <span className={styles.words}>
                {counterparty?.name ?? (memo || postingText || 'Without words')}
                {counterparty?.name !== undefined && memo !== '' && <span className={styles.memo}>{memo}</span>}
              </span>
              <Money
                minor={minor}
                currency={currency}
                exponent={currencyExponent(currency)}
                locale={locale}
                sign="always"
              />
              <Badge tone={tone}>{words}</Badge>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

const fates: Readonly<Record<PlannedLine['fate'], { readonly words: string; readonly tone: Tone }>> = {
  new: { words: 'New', tone: 'accent' },
  duplicate: { words: 'Already booked', tone: 'neutral' },
  pending: { words: 'Pending', tone: 'warning' },
  information: { words: 'Information', tone: 'neutral' },
  zero: { words: 'No amount', tone: 'neutral' },
  'other-currency': { words: 'Other currency', tone: 'warning' },
}
