import { createSelector, createSelectorFamily } from '@playhead/core'
import type { AccountId, CalendarDay } from '../../ledger/index.ts'
import { accountHistory, dayNumber, ledger } from '../../ledger/index.ts'

/** What an account holds by all that is recorded, in minor units; 0 where it is not open. */
export const balanceOf = createSelectorFamily(ledger, ({ balances }, id: AccountId) => balances.get(id)?.minor ?? 0)

/** What an account held at the end of a day by booking date: the entries of later days are not in it. */
export const bookedBalanceOf = createSelectorFamily((id: AccountId, day: CalendarDay) =>
  createSelector(accountHistory(id), (history) => history.balanceOn(dayNumber(day))),
)
