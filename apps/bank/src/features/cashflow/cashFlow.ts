import { createSelector, createSelectorFamily } from '@playhead/core'
import { addDays, addMonths } from '../../calendar/index.ts'
import type { AccountHistory, AccountId, CalendarDay } from '../../ledger/index.ts'
import { dayNumber, histories, ledger } from '../../ledger/index.ts'
import type { Currency } from '../../money/index.ts'
import { addMinor } from '../../money/index.ts'

/** What came in and went out in a month, in minor units, both as sizes. Money between own accounts is neither. */
export interface MonthFlow {
  /** The first day of the month. */
  readonly month: CalendarDay
  readonly inMinor: number
  readonly outMinor: number
}

const accountTable = createSelector(ledger, ({ accounts }) => accounts)

/**
 * The flow of the months up to the one of `last`, the oldest first. Days after `last` do not count.
 *
 * It asks the balances of income and expenses at the ends of months, so it costs O(accounts · months · log lines),
 * whatever the number of entries: it can be drawn in each frame while somebody drags through time.
 */
export const cashFlow = createSelectorFamily((currency: Currency, last: CalendarDay, months: number) =>
  createSelector([accountTable, histories], (accounts, byAccount): readonly MonthFlow[] => {
    const sides = (kind: 'income' | 'expense') =>
      accounts
        .values()
        .filter((account) => account.kind === kind && account.currency === currency)
        .map(({ id }) => id)
        .toArray()
    const income = sides('income')
    const expenses = sides('expense')
    const first = `${last.slice(0, 8)}01`
    return Array.from({ length: months }, (_, at) => {
      const month = addMonths(first, at - months + 1)
      const monthEnd = addDays(addMonths(month, 1), -1)
      const to = monthEnd < last ? monthEnd : last
      return {
        month,
        // What income accounts gave is below zero on them.
        inMinor: 0 - movedOn(income, byAccount, month, to),
        outMinor: movedOn(expenses, byAccount, month, to),
      }
    })
  }),
)

function movedOn(
  accounts: readonly AccountId[],
  byAccount: ReadonlyMap<AccountId, AccountHistory>,
  from: CalendarDay,
  to: CalendarDay,
): number {
  let sum = 0
  for (const id of accounts) {
    const history = byAccount.get(id)
    if (history) sum = addMinor(sum, history.balanceOn(dayNumber(to)) - history.balanceOn(dayNumber(from) - 1))
  }
  return sum
}
