import { Card } from '@playhead/ui'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { Account } from '../../../ledger/index.ts'
import { AccountBalance } from './AccountBalance.tsx'
import styles from './AccountList.module.css'
import { formatIban } from './formatIban.ts'

/** What the household owns, then what it owes, each with its balance at the place being viewed. */
export const AccountList = memo(function AccountList({ accounts }: { accounts: readonly Account[] }) {
  const assets = accounts.filter(({ kind }) => kind === 'asset')
  const debts = accounts.filter(({ kind }) => kind === 'liability')
  return (
    <Card title="Accounts" padding="none">
      <Group title="Assets" accounts={assets} />
      <Group title="Liabilities" accounts={debts} />
    </Card>
  )
})

