import { useSelector } from '../../../hooks.ts'
import type { AccountId } from '../../../ledger/index.ts'
import { useViewedDay } from '../../time/index.ts'
import { balanceOf, bookedBalanceOf } from '../index.ts'

/** What an account holds at the place being viewed, in minor units. */
export function useAccountBalance(id: AccountId): number {
  const day = useViewedDay()
  return useSelector(day === undefined ? balanceOf(id) : bookedBalanceOf(id, day))
}
