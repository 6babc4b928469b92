import { Card, EmptyState } from '@playhead/ui'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useEntryWords } from '../../feature/index.ts'
import { accounts } from '../../features/accounts/index.ts'
import { useAccountOf } from '../../features/accounts/ui/useAccountOf.ts'
import type { RowFilter } from '../../features/transactions/index.ts'
import { LineFilters } from '../../features/transactions/ui/LineFilters.tsx'
import { LineTable, lineCount } from '../../features/transactions/ui/LineTable.tsx'
import { useLines } from '../../features/transactions/ui/useLines.ts'
import { useSelector } from '../../hooks.ts'
import type { Account } from '../../ledger/index.ts'
import { parseMoney } from '../../money/index.ts'
import type { TransactionSearch } from '../transactionSearch.ts'
import { useOpenEntry } from '../useOpenEntry.ts'
import styles from './TransactionsPage.module.css'

const route = getRouteApi('/transactions')

/** Every line of every account at the place being viewed, narrowed down by what the address says. */
export function TransactionsPage() {
  const { q, account, direction, from, to, min, max } = route.useSearch()
  const own = useSelector(accounts)
  const accountOf = useAccountOf()
  const openEntry = useOpenEntry()
  const navigate = useNavigate()
  const wordsOf = useEntryWords()
  const isNarrowed = [q, direction, from, to, min, max].some((each) => each !== undefined)
  const filterOf = useCallback(
    ({ currency }: Account): RowFilter => ({
      ...(q !== undefined && { text: q, ...(wordsOf && { wordsOf }) }),
      ...(direction !== undefined && { direction }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(min !== undefined && { sizeMin: sizeOf(min, currency) }),
      ...(max !== undefined && { sizeMax: sizeOf(max, currency) }),
    }),
    [q, direction, from, to, min, max, wordsOf],
  )
  const lines = useLines({ accountId: account, filterOf: isNarrowed ? filterOf : undefined })
  const narrow = useCallback(
    (search: TransactionSearch) => void navigate({ to: '/transactions', search, replace: true, resetScroll: false }),
    [navigate],
  )
  const narrowing = useMemo(
    () => ({ q, account, direction, from, to, min, max }),
    [q, account, direction, from, to, min, max],
  )
  return (
    <div className={styles.page}>
      <div>
        <LineFilters search={narrowing} accounts={own} onChange={narrow} />
        <p className={styles.found} role="status">
          {lineCount(lines.length)}
        </p>
      </div>
      <Card padding="none">
        {lines.length > 0 ? (
          <LineTable
            label="Transactions"
            lines={lines}
            hasAccount={account === undefined}
            hasBalance={account !== undefined && !isNarrowed}
            accountOf={accountOf}
            onOpen={openEntry}
          />
        ) : (
          <EmptyState level={2} icon={<SearchX />} title="No transactions">
            {isNarrowed || account !== undefined
              ? 'Nothing at this place in time fits the filters.'
              : 'Nothing is booked at this place in time.'}
          </EmptyState>
        )}
      </Card>
    </div>
  )
}

/** A size in minor units of a currency; decimals that the currency does not have are cut off. */
function sizeOf(decimal: string, currency: string): number {
  try {
    return parseMoney(decimal, currency)
  } catch {
    return parseMoney(decimal.replace(/[.,].*$/, ''), currency)
  }
}
