import { Link } from '@tanstack/react-router'
import { FileInput, LayoutDashboard, List } from 'lucide-react'
import { useContext } from 'react'
import { FeaturesContext } from '../feature/index.ts'
import { accounts } from '../features/accounts/index.ts'
import { AccountBalance } from '../features/accounts/ui/AccountBalance.tsx'
import { useSelector } from '../hooks.ts'
import type { Account } from '../ledger/index.ts'
import styles from './Navigation.module.css'
import { NavLink } from './NavLink.tsx'

/** The pages and, where there is room, the accounts with what is on them at the place being viewed. */
export function Navigation() {
  const own = useSelector(accounts)
  const pages = useContext(FeaturesContext)
    .flatMap(({ pages = [] }) => pages)
    .filter(({ icon }) => icon !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  return (
    <>
      <NavLink to="/" activeOptions={exactPath} icon={<LayoutDashboard />}>
        Overview
      </NavLink>
      <NavLink to="/transactions" activeOptions={anySearch} icon={<List />}>
        Transactions
      </NavLink>
      {pages.map(({ path, title, icon: Icon, isForWideScreens = false }) => (
        <div key={path} className={isForWideScreens ? styles.wide : styles.any}>
          <NavLink to={path as '/'} activeOptions={anySearch} icon={Icon && <Icon />}>
            {title}
          </NavLink>
        </div>
      ))}
      <NavLink to="/import" activeOptions={anySearch} icon={<FileInput />}>
        Import
      </NavLink>
      {own.length > 0 && (
        <div className={styles.accounts}>
          <h2 className={styles.heading}>Accounts</h2>
          {own.map((account) => (
            <AccountLink key={account.id} account={account} />
          ))}
        </div>
      )}
    </>
  )
}

function AccountLink({ account }: { account: Account }) {
  return (
    <Link
      to="/accounts/$accountId"
      params={{ accountId: account.id }}
      activeOptions={anySearch}
      className={styles.account}
    >
      <span className={styles.name}>{account.name}</span>
      <AccountBalance account={account} className={styles.balance} />
    </Link>
  )
}

const exactPath = { exact: true, includeSearch: false }
const anySearch = { includeSearch: false }
