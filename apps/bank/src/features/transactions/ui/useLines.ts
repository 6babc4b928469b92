import { useMemo } from 'react'
import { dayNumber } from '../../../calendar/index.ts'
import { useSelector } from '../../../hooks.ts'
import type { Account } from '../../../ledger/index.ts'
import { histories } from '../../../ledger/index.ts'
import { accounts } from '../../accounts/index.ts'
import { useViewedDay } from '../../time/index.ts'
import type { RowFilter } from '../index.ts'
import { filterRows } from '../index.ts'
import type { LineSource } from './LineList.ts'
import { LineList } from './LineList.ts'

export interface LinesWanted {
  /** One account; all of the household's where it is left out. */
  readonly accountId?: string | undefined
  /** Must be the same function from render to render while it means the same. */
  readonly filterOf?: ((account: Account) => RowFilter) | undefined
}

/** The lines that are wanted, at the place being viewed. */
export function useLines({ accountId, filterOf }: LinesWanted): LineList {
  const day = useViewedDay()
  const own = useSelector(accounts)
  const byAccount = useSelector(histories)
  const sources = useMemo(
    () =>
      own.flatMap((account): readonly LineSource[] => {
        const history = byAccount.get(account.id)
        if (!history || (accountId !== undefined && account.id !== accountId)) return []
        return [{ account, history, ...(filterOf && { rows: filterRows(history, filterOf(account)) }) }]
      }),
    [own, byAccount, accountId, filterOf],
  )
  return useMemo(() => new LineList(sources, day === undefined ? undefined : dayNumber(day)), [sources, day])
}
