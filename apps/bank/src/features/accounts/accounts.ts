import { createSelector, createSelectorFamily } from '@playhead/core'
import type { Account, AccountId } from '../../ledger/index.ts'
import { accountNames, isOwn, ledger } from '../../ledger/index.ts'

const accountTable = createSelector(ledger, (state) => state.accounts)
const names = createSelector(accountNames, ({ byAccount }) => byAccount)

/** Finds any account by its id, of the household or the world outside, by the name that it has by now. */
export const accountFinder = createSelector([accountTable, names], (table, given) => {
  const named = new Map<AccountId, Account>()
  for (const [id, name] of given.entries()) {
    const account = table.get(id)
    if (account) named.set(id, { ...account, name })
  }
  return (id: AccountId): Account | undefined => named.get(id) ?? table.get(id)
})

/** What the household owns and owes, in the order in which it was opened. */
export const accounts = createSelector([accountTable, accountFinder], (table, find): readonly Account[] =>
  table
    .values()
    .filter(isOwn)
    .map((account) => find(account.id) ?? account)
    .toArray(),
)

/** An account of the household or of the world outside; `undefined` where none is open under that id. */
export const account = createSelectorFamily(accountFinder, (find, id: AccountId): Account | undefined => find(id))
