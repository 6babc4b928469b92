import { createSelector, createSelectorFamily } from '@playhead/core'
import type { AccountHistory, AccountId, CalendarDay } from '../../ledger/index.ts'
import { accountHistory, dayNumber, histories } from '../../ledger/index.ts'
import type { Currency } from '../../money/index.ts'
import { addMinor } from '../../money/index.ts'
import { accounts } from './accounts.ts'

/** Booked balances at the end of days, to draw. Both arrays are of one length. */
export interface BalanceSeries {
  /** Days since 1970, ascending. */
  readonly days: Int32Array
  /** Minor units. */
  readonly minor: Float64Array
}

/** The booked balance of an account at the end of each day from `from` to `to`, both included. */
export const balanceSeries = createSelectorFamily((id: AccountId, from: CalendarDay, to: CalendarDay) =>
  createSelector(accountHistory(id), (history) => seriesOf([history], from, to)),
)

/** The same for the assets less the debts of one currency. */
export const netWorthSeries = createSelectorFamily((currency: Currency, from: CalendarDay, to: CalendarDay) =>
  createSelector([accounts, histories], (own, byAccount) => {
    const mine = own.filter((account) => account.currency === currency)
    return seriesOf(
      mine.flatMap(({ id }) => byAccount.get(id) ?? []),
      from,
      to,
    )
  }),
)

function seriesOf(parts: readonly AccountHistory[], from: CalendarDay, to: CalendarDay): BalanceSeries {
  const first = dayNumber(from)
  const length = Math.max(0, dayNumber(to) - first + 1)
  const days = Int32Array.from({ length }, (_, at) => first + at)
  const minor = new Float64Array(length)
  for (const history of parts) addTo(minor, history, first)
  return { days, minor }
}

function addTo(minor: Float64Array, history: AccountHistory, first: number): void {
  for (let at = 0; at < minor.length; at++) minor[at] = addMinor(minor[at] as number, history.balanceOn(first + at))
}
