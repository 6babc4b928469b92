import { createSelector, createSelectorFamily } from '@playhead/core'
import type { Account, AccountId } from '../../ledger/index.ts'
import { isOwn, ledger } from '../../ledger/index.ts'

const accountTable = createSelector(ledger, (state) => state.accounts)

/** What the household owns and owes, in the order in which it was opened. */
export const accounts = createSelector(accountTable, (table): readonly Account[] =>
  table.values().filter(isOwn).toArray(),
)

/** An account of the household or of the world outside; `undefined` where none is open under that id. */
export const account = createSelectorFamily(accountTable, (table, id: AccountId): Account | undefined => table.get(id))
