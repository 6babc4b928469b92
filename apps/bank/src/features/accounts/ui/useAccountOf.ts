import { useMemo } from 'react'
import { useSelector } from '../../../hooks.ts'
import type { Account, AccountId } from '../../../ledger/index.ts'
import { ledger } from '../../../ledger/index.ts'

/** Finds accounts by id, the household's and the world's, at the place being viewed. */
export function useAccountOf(): (id: AccountId) => Account | undefined {
  const { accounts } = useSelector(ledger)
  return useMemo(() => (id) => accounts.get(id), [accounts])
}
