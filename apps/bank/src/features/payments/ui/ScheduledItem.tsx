import { Badge, Button } from '@playhead/ui'
import { formatMoment } from '../../../calendar/index.ts'
import { useActions } from '../../../hooks.ts'
import { useIsPast } from '../../time/index.ts'
import { payments as happened } from '../actions.ts'
import type { ScheduledPayment } from '../payments.ts'
import { PaymentItem, usePaymentName } from './PaymentItem.tsx'

/** A payment that waits for its time, and the way to take it off the list. */
export function ScheduledItem({ scheduled }: { scheduled: ScheduledPayment }) {
  const { unscheduled } = useActions(happened)
  const isPast = useIsPast()
  const name = usePaymentName(scheduled)
  const { at, repeat, paymentId } = scheduled
  return (
    <PaymentItem order={scheduled} detail={`${formatMoment(at)}${repeat ? ` · ${everyWords[repeat.every]}` : ''}`}>
      <Badge tone="info">Scheduled</Badge>
      <Button size="sm" isDisabled={isPast} aria-label={`Cancel ${name}`} onPress={() => unscheduled({ paymentId })}>
        Cancel
      </Button>
    </PaymentItem>
  )
}

const everyWords = { week: 'every week', month: 'every month', year: 'every year' } as const
