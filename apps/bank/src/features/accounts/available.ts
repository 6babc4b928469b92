import { createSelector, createSelectorFamily } from '@playhead/core'
import type { AccountId } from '../../ledger/index.ts'
import { heldOf, ledger } from '../../ledger/index.ts'

/**
 * What can be spent of an account, in minor units: what is posted, less what is spoken for, and the agreed limit on
 * top. What is on its way in does not count yet.
 */
export const availableOf = createSelectorFamily((id: AccountId) =>
  createSelector(
    [ledger, heldOf(id)],
    ({ balances, accounts }, held) => (balances.get(id)?.minor ?? 0) - held + (accounts.get(id)?.limitMinor ?? 0),
  ),
)

/** Whether anything of an account is spoken for, or can be spent beyond it: available and posted then differ. */
export const hasAvailable = createSelectorFamily((id: AccountId) =>
  createSelector([ledger, heldOf(id)], ({ accounts }, held) => held > 0 || (accounts.get(id)?.limitMinor ?? 0) > 0),
)
