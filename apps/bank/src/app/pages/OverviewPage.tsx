import { Button, Card, EmptyState } from '@playhead/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { FileInput, Landmark } from 'lucide-react'
import { Parts } from '../../feature/index.ts'
import { accounts } from '../../features/accounts/index.ts'
import { AccountList } from '../../features/accounts/ui/AccountList.tsx'
import { NetWorth } from '../../features/accounts/ui/NetWorth.tsx'
import { useAccountOf } from '../../features/accounts/ui/useAccountOf.ts'
import { useIsPast } from '../../features/time/index.ts'
import { RecentLines } from '../../features/transactions/ui/RecentLines.tsx'
import { useLines } from '../../features/transactions/ui/useLines.ts'
import { useSelector } from '../../hooks.ts'
import { ImportInvitation } from '../ImportInvitation.tsx'
import { useOpenEntry } from '../useOpenEntry.ts'
import styles from './OverviewPage.module.css'

/** Everything at a glance, at the place being viewed. */
export function OverviewPage() {
  const own = useSelector(accounts)
  if (own.length === 0) return <NoAccounts />
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <NetWorth />
        <Parts of="overview" />
        <Recent />
      </div>
      <div className={styles.side}>
        <AccountList accounts={own} />
        <Parts of="overviewSide" />
        <ImportInvitation />
      </div>
    </div>
  )
}

function Recent() {
  const lines = useLines({})
  const accountOf = useAccountOf()
  const openEntry = useOpenEntry()
  return (
    <Card
      title="Recent transactions"
      padding="none"
      actions={
        <Link to="/transactions" className={styles.all}>
          All transactions
        </Link>
      }
    >
      <RecentLines lines={lines} accountOf={accountOf} onOpen={openEntry} />
    </Card>
  )
}

function NoAccounts() {
  const isPast = useIsPast()
  const navigate = useNavigate()
  return isPast ? (
    <EmptyState level={2} icon={<Landmark />} title="No accounts yet at this time">
      This place lies before the first account was opened. Move forward in time, or go back to now.
    </EmptyState>
  ) : (
    <EmptyState
      level={2}
      icon={<FileInput />}
      title="Drop a bank statement to begin"
      actions={
        <Button variant="primary" size="lg" onPress={() => void navigate({ to: '/import' })}>
          Import statements
        </Button>
      }
    >
      MT940, CAMT and CSV files from your bank become accounts, balances and transactions, and a timeline to rewind
      them. Nothing leaves this browser.
    </EmptyState>
  )
}
