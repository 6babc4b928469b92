import { Card, EmptyState } from '@playhead/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Landmark } from 'lucide-react'
import { useCallback } from 'react'
import { Parts } from '../../feature/index.ts'
import { account, balanceSeries } from '../../features/accounts/index.ts'
import { AccountHead } from '../../features/accounts/ui/AccountHead.tsx'
import { BalanceHistory } from '../../features/accounts/ui/BalanceHistory.tsx'
import { HoldsBand } from '../../features/accounts/ui/HoldsBand.tsx'
import { useAccountOf } from '../../features/accounts/ui/useAccountOf.ts'
import { useLive } from '../../features/time/index.ts'
import { LineTable, lineCount } from '../../features/transactions/ui/LineTable.tsx'
import { useLines } from '../../features/transactions/ui/useLines.ts'
import { useSelector } from '../../hooks.ts'
import type { Account } from '../../ledger/index.ts'
import { useOpenEntry } from '../useOpenEntry.ts'
import styles from './AccountPage.module.css'

const route = getRouteApi('/accounts/$accountId')

/** One account at the place being viewed: what is on it, how it came to that, and every line with the balance after it. */
export function AccountPage() {
  const { accountId } = route.useParams()
  const shown = useSelector(account(accountId))
  const known = useLive(account(accountId))
  if (shown) return <ShownAccount account={shown} />
  return known ? (
    <EmptyState level={2} icon={<Landmark />} title={`${known.name} was not open yet`}>
      At this place in time nothing was known of it. Move forward, or go back to now.
    </EmptyState>
  ) : (
    <EmptyState
      level={2}
      icon={<Landmark />}
      title="There is no such account"
      actions={<Link to="/">Go to the overview</Link>}
    >
      Its id is “{accountId}”. The link may come from another browser: each has a ledger of its own.
    </EmptyState>
  )
}

function ShownAccount({ account }: { account: Account }) {
  const { id } = account
  const seriesOf = useCallback((from: string, to: string) => balanceSeries(id, from, to), [id])
  return (
    <div className={styles.page}>
      <BalanceHistory
        head={
          <div>
            <AccountHead account={account} />
            <Parts of="accountHead" account={account} />
          </div>
        }
        label={`Balance of ${account.name}`}
        currency={account.currency}
        seriesOf={seriesOf}
      />
      <Parts of="account" account={account} />
      <HoldsBand account={account} />
      <AccountLines account={account} />
    </div>
  )
}

function AccountLines({ account: { id, name } }: { account: Account }) {
  const lines = useLines({ accountId: id })
  const accountOf = useAccountOf()
  const openEntry = useOpenEntry()
  return (
    <Card title="Transactions" description={lineCount(lines.length)} padding="none">
      {lines.length > 0 ? (
        <LineTable
          label={`Transactions of ${name}`}
          lines={lines}
          hasBalance
          accountOf={accountOf}
          onOpen={openEntry}
        />
      ) : (
        <EmptyState icon={<Landmark />} title="Nothing is booked at this time" />
      )}
    </Card>
  )
}
