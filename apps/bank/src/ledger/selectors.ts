import { createSelector, createSelectorFamily } from '@playhead/core'
import type { AccountId } from './Account.ts'
import type { AccountHistory } from './history/AccountHistory.ts'
import { emptyHistory } from './history/AccountHistory.ts'
import { historiesOf } from './history/historiesOf.ts'
import { ledger } from './ledger.ts'

/** The lines of every account in order of booking date. */
export const histories = createSelector(ledger, ({ entries }) => historiesOf(entries))

/** The lines of one account; the same object until one of them is added. */
export const accountHistory = createSelectorFamily(
  histories,
  (byAccount, account: AccountId): AccountHistory => byAccount.get(account) ?? emptyHistory,
)
