import { Card } from '@playhead/ui'
import { formatMoment } from '../../../calendar/index.ts'
import { FeatureLink } from '../../../feature/index.ts'
import { useSelector } from '../../../hooks.ts'
import { failedPayments, pendingPayments, scheduledPayments } from '../payments.ts'
import { NewTransfer } from './NewTransfer.tsx'
import styles from './PaymentItem.module.css'
import { PaymentItem, PaymentStatus, reasonOf } from './PaymentItem.tsx'
import { ScheduledItem } from './ScheduledItem.tsx'

/** Payments that want to be seen: on their way, coming up, and those that did not go as they should. */
export function PaymentsCard() {
  const pending = useSelector(pendingPayments)
  const scheduled = useSelector(scheduledPayments).slice(0, SHOWN_MAX)
  const failed = useSelector(failedPayments).slice(0, SHOWN_MAX)
  const isEmpty = pending.length + scheduled.length + failed.length === 0
  return (
    <Card
      title="Transfers"
      description="Carried out by a sandbox bank: no money moves"
      actions={<NewTransfer />}
      padding="none"
    >
      {isEmpty ? null : (
        // biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list
        <ul role="list" className={styles.list}>
          {pending.map((each) => (
            <PaymentItem
              key={each.paymentId}
              order={each}
              detail={formatMoment(each.requestedAt)}
              reason={reasonOf(each)}
            >
              <PaymentStatus payment={each} />
            </PaymentItem>
          ))}
          {scheduled.map((each) => (
            <ScheduledItem key={each.paymentId} scheduled={each} />
          ))}
          {failed.map((each) => (
            <PaymentItem
              key={each.paymentId}
              order={each}
              detail={formatMoment(each.requestedAt)}
              reason={reasonOf(each)}
            >
              <PaymentStatus payment={each} />
            </PaymentItem>
          ))}
        </ul>
      )}
      <p className={styles.empty}>
        <FeatureLink to="/transfers">All transfers</FeatureLink>
      </p>
    </Card>
  )
}

const SHOWN_MAX = 3
