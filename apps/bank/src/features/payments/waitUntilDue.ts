import { createEffect } from '@playhead/core'
import type { Observable, SchedulerLike } from 'rxjs'
import { concatMap, defer, map, of, timer } from 'rxjs'
import { payments } from './actions.ts'
import { schedulesThatWait } from './payments.ts'

/**
 * Requests scheduled payments when their time comes, or at once when it came while no page was open. `due` and
 * `requested` are one batch, so that a payment leaves the list and is requested, or neither.
 */
export const waitUntilDue = createEffect('waitUntilDue', {
  on: payments.scheduled,
  flatten: 'exhaust',
  key: ({ payload }) => payload.transfer.paymentId,
  cancelOn: { on: payments.unscheduled, key: ({ payload }) => payload.paymentId },
  run: ({ payload: { at, transfer } }, { scheduler }) =>
    until(at, scheduler).pipe(
      map(() => [payments.due({ paymentId: transfer.paymentId }), payments.requested(transfer)]),
    ),
  failed: (_, { payload }) => payments.unscheduled({ paymentId: payload.transfer.paymentId }),
  resume: schedulesThatWait,
})

/**
 * Emits once when it is `atMs`. In steps: timers of the platform count milliseconds in 31 bits, and one set for a
 * month from now would ring at once; and a computer that slept is looked at again.
 */
function until(atMs: number, scheduler: SchedulerLike): Observable<unknown> {
  return defer(() => {
    const leftMs = atMs - scheduler.now()
    if (leftMs <= 0) return of(undefined)
    return timer(Math.min(leftMs, STEP_MS_MAX), scheduler).pipe(concatMap(() => until(atMs, scheduler)))
  })
}

const STEP_MS_MAX = 3_600_000
