import { Money } from '@playhead/ui'
import { locale } from '../../../calendar/index.ts'
import { useSelector } from '../../../hooks.ts'
import type { Account } from '../../../ledger/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import { availableOf, pendingPayments } from '../index.ts'
import styles from './PaymentsCard.module.css'

/** What an account has left once all that is on its way has gone; nothing while nothing leaves it. */
export function AvailableBalance({ account: { id, currency } }: { account: Account }) {
  const available = useSelector(availableOf(id))
  const leaves = useSelector(pendingPayments).some(({ from }) => from === id)
  if (!leaves) return null
  return (
    <p className={styles.available}>
      <Money minor={available} currency={currency} exponent={currencyExponent(currency)} locale={locale} /> available,
      with transfers on their way
    </p>
  )
}
