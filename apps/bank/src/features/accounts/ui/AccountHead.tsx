import { Badge } from '@playhead/ui'
import type { Account } from '../../../ledger/index.ts'
import { formatIban } from '../../../text/formatIban.ts'
import { AccountBalance, AvailableBalance } from './AccountBalance.tsx'
import styles from './AccountHead.module.css'
import { RenameAccount } from './RenameAccount.tsx'

/** What is on an account at the place being viewed, and how the account is called by its bank. */
export function AccountHead({ account }: { account: Account }) {
  return (
    <div>
      <div className={styles.label}>
        Balance <Badge>{account.kind === 'liability' ? 'Liability' : 'Asset'}</Badge>
        <RenameAccount account={account} />
      </div>
      <div className={styles.amount}>
        <AccountBalance account={account} isDisplay />
      </div>
      <AvailableBalance account={account} className={styles.available} />
      <div className={styles.facts}>
        {account.iban !== undefined && <span className={styles.iban}>{formatIban(account.iban)}</span>}
        {account.bank !== undefined && <span>{account.bank}</span>}
        {account.owner !== '' && <span>{account.owner}</span>}
      </div>
    </div>
  )
}
