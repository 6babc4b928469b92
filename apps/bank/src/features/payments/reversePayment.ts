import { createEffect } from '@playhead/core'
import { defer, map, retry, timer } from 'rxjs'
import { dayAt } from '../../calendar/index.ts'
import { bank } from '../../ledger/index.ts'
import { payments } from './actions.ts'
import type { PaymentNeeds } from './clearPayment.ts'
import { RETRIES, RETRY_AFTER_MS } from './clearPayment.ts'
import { entryOfReversal } from './entryOfOrder.ts'
import { payments as paymentsSlice, reversalsOnTheirWay, sandboxMode } from './payments.ts'

/**
 * Asks the bank for the money of a payment back. What is booked is never undone: where the bank gives it back, a new
 * entry takes the old one back, once.
 */
export const reversePayment = createEffect('reversePayment', {
  on: payments.reversalRequested,
  flatten: 'exhaust',
  key: ({ payload }) => payload.paymentId,
  run: ({ payload: { paymentId }, id }, { clearing, scheduler, timeZone, get }: PaymentNeeds) => {
    const payment = get(paymentsSlice).byId.get(paymentId)
    if (payment?.reversal?.status !== 'asked' || payment.reversal.requestId !== id) return []
    return defer(() => clearing.recall(payment, id, get(sandboxMode))).pipe(
      retry({ count: RETRIES, delay: () => timer(RETRY_AFTER_MS, scheduler) }),
      map((answer) =>
        answer.kind === 'cleared'
          ? [
              payments.reversed({ paymentId }),
              bank.entryPosted(entryOfReversal(payment, dayAt(scheduler.now(), timeZone))),
            ]
          : [payments.reversalRefused({ paymentId, reason: answer.reason })],
      ),
    )
  },
  failed: (error, { payload: { paymentId } }) =>
    payments.reversalRefused({ paymentId, reason: error instanceof Error ? error.message : String(error) }),
  resume: reversalsOnTheirWay,
})
