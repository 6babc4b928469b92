import { addDays, addMonths } from '../../calendar/index.ts'
import type { AccountHistory, AccountId, CalendarDay } from '../../ledger/index.ts'
import { calendarDay } from '../../ledger/index.ts'
import type { Statement } from './actions.ts'
import { linesOf } from './linesOf.ts'

/** At most so many at once: ten years. */
const STATEMENTS_MAX = 120

/**
 * The statements that can be closed: one for each whole month since the last one, or since the first line, that is
 * over on `today`. Each begins with what the one before it ended with.
 *
 * @param entriesKnown how many entries the ledger has
 */
export function monthsToClose(
  account: AccountId,
  history: AccountHistory,
  closed: readonly Statement[],
  today: CalendarDay,
  entriesKnown: number,
): readonly Statement[] {
  const made: Statement[] = []
  let before = closed.at(-1)
  let from = before ? addDays(before.to, 1) : firstDayOf(history)
  while (from !== undefined && made.length < STATEMENTS_MAX) {
    const to = lastDayOfMonth(from)
    if (to >= today) break
    const lines = linesOf(history, before, { to, entriesKnown })
    const openingMinor = before?.closingMinor ?? 0
    const number = (before?.number ?? 0) + 1
    before = {
      statementId: `${account}/${number}`,
      account,
      number,
      from,
      to,
      openingMinor,
      closingMinor: lines.at(-1)?.balanceMinor ?? openingMinor,
      lines: lines.length,
      entriesKnown,
    }
    made.push(before)
    from = addDays(to, 1)
  }
  return made
}

function firstDayOf({ firstDay }: AccountHistory): CalendarDay | undefined {
  return firstDay === undefined ? undefined : `${calendarDay(firstDay).slice(0, 8)}01`
}

const lastDayOfMonth = (day: CalendarDay): CalendarDay => addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1)
