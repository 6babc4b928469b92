import type { Needs } from '@playhead/core'
import { createEffect } from '@playhead/core'
import { defer, map, retry, timer } from 'rxjs'
import { bank, calendarDay, transferLegs } from '../../ledger/index.ts'
import type { Transfer } from './actions.ts'
import { payments } from './actions.ts'
import type { ClearingBank } from './clearing/ClearingBank.ts'
import { requestsOnTheirWay } from './payments.ts'

/**
 * Has the bank carry out what was requested. A connection that is lost is tried again; a payment whose answer is
 * not in the log is asked for again after a reload, under the same key, so it is carried out once.
 */
export const clearPayment = createEffect('clearPayment', {
  on: payments.requested,
  flatten: 'merge',
  key: ({ payload }) => payload.paymentId,
  run: ({ payload, id }, { clearing, scheduler }: Needs<{ clearing: ClearingBank }>) =>
    defer(() => clearing.clear(payload, id)).pipe(
      retry({ count: RETRIES, delay: () => timer(RETRY_AFTER_MS, scheduler) }),
      map((answer) =>
        answer.kind === 'cleared'
          ? [payments.cleared({ paymentId: payload.paymentId }), bank.entryPosted(entryOf(payload, scheduler.now()))]
          : [payments.refused({ paymentId: payload.paymentId, reason: answer.reason })],
      ),
    ),
  failed: (error, { payload: { paymentId } }) =>
    payments.refused({ paymentId, reason: error instanceof Error ? error.message : String(error) }),
  resume: requestsOnTheirWay,
})

const RETRIES = 3
const RETRY_AFTER_MS = 1_000
const DAY_MS = 86_400_000

function entryOf({ paymentId, from, to, currency, minor, memo }: Transfer, nowMs: number) {
  // By UTC, as the days of the sample household.
  const today = calendarDay(Math.floor(nowMs / DAY_MS))
  return {
    entryId: `payment:${paymentId}`,
    kind: 'transfer' as const,
    legs: transferLegs({ from, to, currency, minor }),
    bookingDate: today,
    valueDate: today,
    memo,
  }
}
