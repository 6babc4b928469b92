import { Button, Card, EmptyState } from '@playhead/ui'
import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { counted, formatMoment } from '../../../calendar/index.ts'
import { useSelector } from '../../../hooks.ts'
import type { Payment } from '../payments.ts'
import { canReverse, paymentHistory, scheduledPayments } from '../payments.ts'
import { NewTransfer } from './NewTransfer.tsx'
import { Payees } from './Payees.tsx'
import itemStyles from './PaymentItem.module.css'
import { PaymentItem, PaymentStatus, reasonOf } from './PaymentItem.tsx'
import { ScheduledItem } from './ScheduledItem.tsx'
import { TakeBack } from './TakeBack.tsx'
import styles from './TransfersPage.module.css'

/** All payments and what has become of each, what comes up, and who is paid. */
export function TransfersPage() {
  const all = useSelector(paymentHistory)
  const scheduled = useSelector(scheduledPayments)
  const [shown, setShown] = useState(PAGE)
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <Card
          title="Transfers"
          description="Carried out by a sandbox bank: no money moves"
          actions={<NewTransfer variant="primary" />}
          padding="none"
        >
          {all.length === 0 ? (
            <EmptyState icon={<ArrowLeftRight />} title="No transfers yet">
              Move money between your accounts, or pay somebody by IBAN.
            </EmptyState>
          ) : (
            // biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list
            <ul role="list" className={itemStyles.list}>
              {all.slice(0, shown).map((each) => (
                <HistoryItem key={each.paymentId} payment={each} />
              ))}
            </ul>
          )}
          {all.length > shown && (
            <div className={styles.more}>
              <Button onPress={() => setShown(shown + PAGE)}>Show more</Button>
            </div>
          )}
        </Card>
      </div>
      <div className={styles.side}>
        <Card
          title="Coming up"
          description={scheduled.length === 0 ? undefined : counted(scheduled.length, 'payment', 'payments')}
          padding="none"
        >
          {scheduled.length === 0 ? (
            <p className={itemStyles.empty}>Nothing is scheduled.</p>
          ) : (
            // biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list
            <ul role="list" className={itemStyles.list}>
              {scheduled.map((each) => (
                <ScheduledItem key={each.paymentId} scheduled={each} />
              ))}
            </ul>
          )}
        </Card>
        <Payees />
      </div>
    </div>
  )
}

const PAGE = 50

function HistoryItem({ payment }: { payment: Payment }) {
  const { memo, requestedAt, to } = payment
  return (
    <PaymentItem
      order={payment}
      detail={[formatMoment(requestedAt), ...(to.kind === 'payee' ? [to.iban] : []), ...(memo ? [memo] : [])].join(
        ' · ',
      )}
      reason={reasonOf(payment)}
    >
      <PaymentStatus payment={payment} />
      {canReverse(payment) && <TakeBack payment={payment} />}
    </PaymentItem>
  )
}
