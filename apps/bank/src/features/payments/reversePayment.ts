import { createEffect } from '@playhead/core'
import { concat, defer, EMPTY, map, of, retry, timer } from 'rxjs'
import { dayAt } from '../../calendar/index.ts'
import type { Hold } from '../../ledger/index.ts'
import { bank, holds } from '../../ledger/index.ts'
import { payments } from './actions.ts'
import type { PaymentNeeds } from './clearPayment.ts'
import { RETRIES, RETRY_AFTER_MS } from './clearPayment.ts'
import { entryOfReversal } from './entryOfOrder.ts'
import type { Order } from './Order.ts'
import { payments as paymentsSlice, reversalsOnTheirWay, sandboxMode } from './payments.ts'
import { spendableOf } from './whyNot.ts'

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
    const hold = holdOf(payment, id)
    const release = hold ? [bank.holdReleased({ holdId: hold.holdId })] : []
    if (hold && !get(holds).byId.has(hold.holdId)) {
      const spendable = spendableOf(hold.account, hold.holdId, get)
      if (spendable !== undefined && hold.minor > spendable) {
        return [payments.reversalRefused({ paymentId, reason: 'The money is not on the account any more.' })]
      }
    }
    const answer$ = defer(() => clearing.recall(payment, id, get(sandboxMode))).pipe(
      retry({ count: RETRIES, delay: () => timer(RETRY_AFTER_MS, scheduler) }),
      map((answer) =>
        answer.kind === 'cleared'
          ? [
              payments.reversed({ paymentId }),
              ...release,
              bank.entryPosted(entryOfReversal(payment, dayAt(scheduler.now(), timeZone))),
            ]
          : [payments.reversalRefused({ paymentId, reason: answer.reason }), ...release],
      ),
    )
    // What is to go back cannot be spent meanwhile.
    return concat(hold && !get(holds).byId.has(hold.holdId) ? of([bank.holdPlaced(hold)]) : EMPTY, answer$)
  },
  failed: (error, { payload: { paymentId }, id }) => [
    payments.reversalRefused({ paymentId, reason: error instanceof Error ? error.message : String(error) }),
    bank.holdReleased({ holdId: reversalHoldId(id) }),
  ],
  resume: reversalsOnTheirWay,
})

/** Each asking has its own hold: one that was refused may be asked again. */
const reversalHoldId = (requestId: string) => `reversal:${requestId}`

/** Keeps what an own account must give back; a payee's bank sees to its own. */
function holdOf({ to, currency, minor, exchange, memo }: Order, requestId: string): Hold | undefined {
  if (to.kind !== 'own') return undefined
  return {
    holdId: reversalHoldId(requestId),
    account: to.account,
    currency: exchange?.currency ?? currency,
    minor: exchange?.minor ?? minor,
    memo: memo === '' ? 'Taken back' : `Taken back: ${memo}`,
  }
}
