import { Badge, Money } from '@playhead/ui'
import { Check, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatCount, formatDay, locale } from '../../../calendar/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import type { StatementPlan } from '../index.ts'
import styles from './StatementTable.module.css'

/** The statements of a file: what each says of itself, and whether it agrees with the ledger once it is booked. */
export function StatementTable({ statements }: { statements: readonly StatementPlan[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.frame} aria-label="Statements" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col">Period</th>
            <th scope="col" className={styles.figure}>
              Lines
            </th>
            <th scope="col" className={styles.figure}>
              Opening
            </th>
            <th scope="col" className={styles.figure}>
              Closing in file
            </th>
            <th scope="col" className={styles.figure}>
              Ours then
            </th>
            <th scope="col" className={styles.figure}>
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {statements.map((plan, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may hold a statement twice, and its order never changes
            <Statement key={at} plan={plan} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Statement({ plan }: { plan: StatementPlan }) {
  const { statement, accountName, isNewAccount, fresh, duplicates, oursMinor, differenceMinor } = plan
  const { currency } = statement.account
  const money = (minor: number | undefined): ReactNode =>
    minor === undefined ? (
      <span className={styles.none}>not given</span>
    ) : (
      <Money minor={minor} currency={currency} exponent={currencyExponent(currency)} locale={locale} />
    )
  return (
    <tr>
      <th scope="row">
        <span className={styles.name}>{accountName}</span>{' '}
        {plan.accountId !== undefined && (
          <Badge tone={isNewAccount ? 'accent' : 'neutral'}>{isNewAccount ? 'New' : 'Known'}</Badge>
        )}
        {statement.account.id !== undefined && statement.account.id !== accountName && (
          <div className={styles.detail}>{statement.account.id}</div>
        )}
      </th>
      <td data-label="Period">{periodOf(plan)}</td>
      <td data-label="Lines" className={styles.figure}>
        {plan.accountId === undefined ? formatCount(statement.lines.length) : `${formatCount(fresh)} new`}
        {duplicates > 0 && <div className={styles.detail}>{formatCount(duplicates)} already booked</div>}
      </td>
      <td data-label="Opening" className={styles.figure}>
        {money(statement.opening?.minor)}
      </td>
      <td data-label="Closing in file" className={styles.figure}>
        {money(statement.closing?.minor)}
      </td>
      <td data-label="Ours then" className={styles.figure}>
        {oursMinor === undefined ? '' : money(oursMinor)}
      </td>
      <td data-label="Difference" className={styles.figure}>
        {differenceMinor === undefined ? (
          ''
        ) : differenceMinor === 0 ? (
          <span className={styles.agrees}>
            <Check aria-hidden="true" size={14} /> None
          </span>
        ) : (
          <span className={styles.differs}>
            <TriangleAlert aria-hidden="true" size={14} />
            <Money
              minor={differenceMinor}
              currency={currency}
              exponent={currencyExponent(currency)}
              locale={locale}
              sign="always"
            />
          </span>
        )}
      </td>
    </tr>
  )
}

function periodOf({ statement: { from, to, lines } }: StatementPlan): string {
  const first = from ?? lines[0]?.bookingDate
  const last = to ?? lines.at(-1)?.bookingDate
  if (first === undefined || last === undefined) return ''
  return first === last ? formatDay(first) : `${formatDay(first)} – ${formatDay(last)}`
}
