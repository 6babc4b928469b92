import type { Dispatchable, Needs, View } from '@playhead/core'
import { createEffect } from '@playhead/core'
import { concat, defer, map, of, retry, timer } from 'rxjs'
import type { TimeZone } from '../../calendar/index.ts'
import { dayAt } from '../../calendar/index.ts'
import type { Hold } from '../../ledger/index.ts'
import { bank, holds, ledger } from '../../ledger/index.ts'
import { payments } from './actions.ts'
import type { ClearingBank } from './clearing/ClearingBank.ts'
import { entryOfOrder, worldAccountsOf } from './entryOfOrder.ts'
import type { Order } from './Order.ts'
import { holdIdOf } from './Order.ts'
import { payments as paymentsSlice, requestsOnTheirWay, sandboxMode } from './payments.ts'
import { whyNot } from './whyNot.ts'

/** What payments need from outside. */
export type PaymentNeeds = Needs<{ readonly clearing: ClearingBank; readonly timeZone: TimeZone }>

/**
 * Has the bank carry out what was requested. A connection that is lost is tried again; a payment whose answer is
 * not in the log is asked for again after a reload, under the same key, so it is carried out once. A second request
 * for the same payment asks nobody.
 */
export const clearPayment = createEffect('clearPayment', {
  on: payments.requested,
  flatten: 'exhaust',
  key: ({ payload }) => payload.paymentId,
  run: ({ payload: order, id }, { clearing, scheduler, timeZone, get }: PaymentNeeds) => {
    const { paymentId } = order
    const known = get(paymentsSlice).byId.get(paymentId)
    if (known?.requestId !== id || known.status !== 'pending') return []
    const reason = whyNot(order, { get }, scheduler.now())
    if (reason !== undefined) return [payments.refused({ paymentId, reason })]
    const answer$ = defer(() => clearing.clear(order, id, get(sandboxMode))).pipe(
      retry({ count: RETRIES, delay: () => timer(RETRY_AFTER_MS, scheduler) }),
      map((answer) =>
        answer.kind === 'cleared'
          ? clearingOf(order, dayAt(scheduler.now(), timeZone), { get })
          : refusalOf(paymentId, answer.reason),
      ),
    )
    // The money is spoken for before the bank is asked, so nothing else can spend it meanwhile.
    const isHeld = get(holds).byId.has(holdIdOf(paymentId))
    return isHeld ? answer$ : concat(of([bank.holdPlaced(holdOf(order))]), answer$)
  },
  failed: (error, { payload: { paymentId } }) =>
    refusalOf(paymentId, error instanceof Error ? error.message : String(error)),
  resume: requestsOnTheirWay,
})

/** How often a connection is tried again, and after how long. */
export const RETRIES = 3
export const RETRY_AFTER_MS = 1_000

const holdOf = ({ paymentId, from, currency, minor, memo, to }: Order): Hold => ({
  holdId: holdIdOf(paymentId),
  account: from,
  currency,
  minor,
  memo: memo || (to.kind === 'payee' ? to.name : 'Transfer'),
})

function clearingOf(order: Order, day: string, { get }: Pick<View, 'get'>): readonly Dispatchable[] {
  const { accounts } = get(ledger)
  return [
    payments.cleared({ paymentId: order.paymentId }),
    bank.holdReleased({ holdId: holdIdOf(order.paymentId) }),
    ...worldAccountsOf(order)
      .filter(({ id }) => !accounts.has(id))
      .map((account) => bank.accountOpened(account)),
    bank.entryPosted(entryOfOrder(order, day)),
  ]
}

const refusalOf = (paymentId: string, reason: string): readonly Dispatchable[] => [
  payments.refused({ paymentId, reason }),
  bank.holdReleased({ holdId: holdIdOf(paymentId) }),
]
