import { Button, Dialog } from '@playhead/ui'
import { useActions } from '../../../hooks.ts'
import { useIsPast } from '../../time/index.ts'
import { payments as happened } from '../actions.ts'
import type { Payment } from '../payments.ts'
import { usePaymentName } from './PaymentItem.tsx'

/** Asks for the money back, after a question. */
export function TakeBack({ payment }: { payment: Payment }) {
  const { reversalRequested } = useActions(happened)
  const isPast = useIsPast()
  const name = usePaymentName(payment)
  return (
    <Dialog
      role="alertdialog"
      size="sm"
      title="Take this transfer back?"
      trigger={
        <Button size="sm" isDisabled={isPast} aria-label={`Take back ${name}`}>
          Take back
        </Button>
      }
      footer={(close) => (
        <>
          <Button onPress={close}>Keep it</Button>
          <Button
            variant="danger"
            onPress={() => {
              reversalRequested({ paymentId: payment.paymentId })
              close()
            }}
          >
            Take it back
          </Button>
        </>
      )}
    >
      <p>
        {name}: the bank is asked for the money. If it gives it back, a new entry is booked that takes this one back;
        nothing is deleted.
      </p>
    </Dialog>
  )
}
