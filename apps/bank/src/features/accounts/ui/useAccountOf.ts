import { useSelector } from '../../../hooks.ts'
import type { Account, AccountId } from '../../../ledger/index.ts'
import { accountFinder } from '../index.ts'

/** Finds accounts by id, the household's and the world's, at the place being viewed. */
export function useAccountOf(): (id: AccountId) => Account | undefined {
  return useSelector(accountFinder)
}
