import { createEffect } from '@playhead/core'
import { map, timer } from 'rxjs'
import { payments } from './actions.ts'
import { payments as paymentsSlice } from './payments.ts'

/** Says so when a payment takes longer than people expect. */
export const tellDelay = createEffect('tellDelay', {
  on: payments.requested,
  flatten: 'exhaust',
  key: ({ payload }) => payload.paymentId,
  cancelOn: { on: [payments.cleared, payments.refused], key: ({ payload }) => payload.paymentId },
  run: ({ payload: { paymentId }, id }, { get, scheduler }) =>
    get(paymentsSlice).byId.get(paymentId)?.requestId === id
      ? timer(LATE_AFTER_MS, scheduler).pipe(map(() => payments.delayed({ paymentId })))
      : [],
  failed: (_, { payload: { paymentId } }) => payments.delayed({ paymentId }),
})

const LATE_AFTER_MS = 5_000
