import { Card } from '@playhead/ui'
import { formatMoment } from '../../../calendar/index.ts'
import { useSelector } from '../../../hooks.ts'
import type { PostedEntry } from '../../../ledger/index.ts'
import { canReverse, paymentOf } from '../payments.ts'
import itemStyles from './PaymentItem.module.css'
import { PaymentStatus, reasonOf } from './PaymentItem.tsx'
import { TakeBack } from './TakeBack.tsx'

/** In the details of an entry that a payment has booked: the payment's life, and the way to take it back. */
export function PaymentOfEntry({ entry }: { entry: PostedEntry }) {
  const paymentId = /^(?:reversal[/])?payment:(.+)$/.exec(entry.entryId)?.[1]
  const payment = useSelector(paymentOf(paymentId ?? ''))
  if (!payment) return null
  const reason = reasonOf(payment)
  return (
    <Card title="Transfer" level={3} padding="none">
      <div className={itemStyles.item}>
        <div className={itemStyles.words}>
          <div className={itemStyles.detail}>Requested {formatMoment(payment.requestedAt)}</div>
          {reason !== undefined && <div className={itemStyles.reason}>{reason}</div>}
        </div>
        <div className={itemStyles.state}>
          <PaymentStatus payment={payment} />
          {canReverse(payment) && entry.kind !== 'reversal' && <TakeBack payment={payment} />}
        </div>
      </div>
    </Card>
  )
}
