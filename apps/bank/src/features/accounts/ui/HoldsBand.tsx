import { Card, Money } from '@playhead/ui'
import { counted, formatMoment, locale } from '../../../calendar/index.ts'
import { useSelector } from '../../../hooks.ts'
import type { Account } from '../../../ledger/index.ts'
import { openHoldsOf } from '../../../ledger/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import { useViewedDay } from '../../time/index.ts'
import styles from './HoldsBand.module.css'

/** What is spoken for on an account and not booked, apart from its lines. Nothing where nothing is, or in a booked past. */
export function HoldsBand({ account: { id, currency } }: { account: Account }) {
  const held = useSelector(openHoldsOf(id))
  const day = useViewedDay()
  if (held.length === 0 || day !== undefined) return null
  return (
    <Card
      title="On hold"
      description={counted(held.length, 'amount is spoken for', 'amounts are spoken for')}
      padding="none"
    >
      {/* biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list */}
      <ul role="list" className={styles.list}>
        {held.map(({ holdId, memo, minor, placedAt, expiresAt }) => (
          <li key={holdId} className={styles.hold}>
            <div className={styles.words}>
              <div className={styles.memo}>{memo}</div>
              <div className={styles.detail}>
                Since {formatMoment(placedAt)}
                {expiresAt === undefined ? '' : ` · ends ${formatMoment(expiresAt)}`}
              </div>
            </div>
            <Money minor={-minor} currency={currency} exponent={currencyExponent(currency)} locale={locale} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
