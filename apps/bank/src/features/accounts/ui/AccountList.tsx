import { Card } from '@playhead/ui'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { Account } from '../../../ledger/index.ts'
import { formatIban } from '../../../text/formatIban.ts'
import { AccountBalance, AvailableBalance } from './AccountBalance.tsx'
import styles from './AccountList.module.css'

/** What the household owns, then what it owes, each with its balance at the place being viewed. */
export function AccountList({ accounts }: { accounts: readonly Account[] }) {
  const assets = accounts.filter(({ kind }) => kind === 'asset')
  const debts = accounts.filter(({ kind }) => kind === 'liability')
  return (
    <Card title="Accounts" padding="none">
      <Group title="Assets" accounts={assets} />
      <Group title="Liabilities" accounts={debts} />
    </Card>
  )
}

function Group({ title, accounts }: { title: string; accounts: readonly Account[] }) {
  if (accounts.length === 0) return null
  return (
    <>
      <h3 className={styles.heading}>{title}</h3>
      {/* biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list */}
      <ul role="list" className={styles.list}>
        {accounts.map((account) => (
          <li key={account.id}>
            <Link to="/accounts/$accountId" params={{ accountId: account.id }} className={styles.row}>
              <span className={styles.words}>
                <span className={styles.name}>{account.name}</span>
                <span className={styles.number}>
                  {account.iban ? formatIban(account.iban) : (account.bank ?? account.owner)}
                </span>
              </span>
              <span className={styles.figures}>
                <AccountBalance account={account} coloring="debt" className={styles.amount} />
                <AvailableBalance account={account} className={styles.number} />
              </span>
              <ChevronRight aria-hidden="true" className={styles.chevron} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
