import { FeatureLink } from '../../../feature/index.ts'
import type { Account } from '../../../ledger/index.ts'
import styles from './StatementsPage.module.css'

/** From an account to its statements. */
export function StatementsLink({ account }: { account: Account }) {
  return (
    <FeatureLink to={`/accounts/${encodeURIComponent(account.id)}/statements`} className={styles.link}>
      Statements and export
    </FeatureLink>
  )
}
