import { Badge, Money } from '@playhead/ui'
import { locale } from '../../../calendar/index.ts'
import type { Account } from '../../../ledger/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import styles from './AccountHead.module.css'
import { formatIban } from './formatIban.ts'
import { useAccountBalance } from './useAccountBalance.ts'

/** What is on an account at the place being viewed, and how the account is called by its bank. */
export function AccountHead({ account }: { account: Account }) {
  const minor = useAccountBalance(account.id)
  return (
    <div>
      <div className={styles.label}>
        Balance <Badge>{account.kind === 'liability' ? 'Liability' : 'Asset'}</Badge>
      </div>
      <div className={styles.amount}>
        <Money minor={minor} currency={account.currency} exponent={currencyExponent(account.currency)} locale={locale} isDisplay />
      </div>
      <div className={styles.facts}>
        {account.iban !== undefined && <span className={styles.iban}>{formatIban(account.iban)}</span>}
        {account.bank !== undefined && <span>{account.bank}</span>}
        {account.owner !== '' && <span>{account.owner}</span>}
      </div>
    </div>
  )
}
