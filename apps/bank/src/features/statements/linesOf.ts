import type { AccountHistory, PostedEntry } from '../../ledger/index.ts'
import { dayNumber } from '../../ledger/index.ts'
import type { Statement } from './actions.ts'

/** A line of a statement, with the balance after it as the statement counts. */
export interface StatementLine {
  readonly entry: PostedEntry
  readonly minor: number
  readonly balanceMinor: number
}

/** Where a period ends, on both axes of time. */
export type PeriodEnd = Pick<Statement, 'to' | 'entriesKnown'>

/**
 * The lines of a period: what was booked up to its last day and known when it was closed, less what is in the periods
 * before it. Entries never change, so neither do these lines. What was booked back into a closed period comes first,
 * in the next one.
 *
 * ```
 *   recorded ▲
 *            │ next   next    next
 *   closed ──┼───────────────┬────      a back-dated entry of January that is known in March
 *            │ Jan    Feb    │ next     stands in the statement that is closed after that
 *            └──────────────────► booked
 * ```
 */
export function linesOf(
  history: AccountHistory,
  before: (PeriodEnd & Pick<Statement, 'closingMinor'>) | undefined,
  { to, entriesKnown }: PeriodEnd,
): readonly StatementLine[] {
  const lines: StatementLine[] = []
  let balanceMinor = before?.closingMinor ?? 0
  const end = history.rowsUntil(dayNumber(to))
  const settledRows = before ? history.rowsUntil(dayNumber(before.to)) : 0
  // Without entries that became known since, all rows up to the end of the period before are in that or an earlier one.
  const first = before && before.entriesKnown < entriesKnown ? 0 : settledRows
  for (let row = first; row < end; row++) {
    const { entry, minor } = history.line(row)
    if (entry.ordinal >= entriesKnown) continue
    if (before && row < settledRows && entry.ordinal < before.entriesKnown) continue
    balanceMinor += minor
    lines.push({ entry, minor, balanceMinor })
  }
  return lines
}
