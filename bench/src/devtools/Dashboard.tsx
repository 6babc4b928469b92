import { memo, useSyncExternalStore } from 'react'
import type { LedgerAccount } from '../ledger/LedgerAction.ts'

/** How a page reads one account at the moment that is shown. */
export interface Accounts {
  readonly ids: readonly string[]
  subscribe(listener: () => void): () => void
  account(id: string): LedgerAccount | undefined
}

/** A page of 200 balances, which follows the panel: a component a row, that renders when its row has changed. */
export function Dashboard({ accounts }: { accounts: Accounts }) {
  return (
    <ul id="dashboard">
      {accounts.ids.map((id) => (
        <Row key={id} id={id} accounts={accounts} />
      ))}
    </ul>
  )
}

const Row = memo(({ id, accounts }: { id: string; accounts: Accounts }) => {
  const account = useSyncExternalStore(accounts.subscribe, () => accounts.account(id))
  return (
    <li>
      {account?.owner}: {account?.minor}
    </li>
  )
})
