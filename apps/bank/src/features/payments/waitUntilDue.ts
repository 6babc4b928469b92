import type { Dispatchable, View } from '@playhead/core'
import { createEffect } from '@playhead/core'
import type { Observable } from 'rxjs'
import { EMPTY, expand, map } from 'rxjs'
import { until } from '../../calendar/until.ts'
import { payments } from './actions.ts'
import { payments as paymentsSlice, schedulesThatWait } from './payments.ts'
import type { Schedule } from './Schedule.ts'
import { dueAt, orderOf } from './Schedule.ts'

/**
 * Requests scheduled payments when their time comes, or at once when it came while no page was open. `due` and
 * `requested` are one batch, so that a payment leaves the list and is requested, or neither. What repeats goes on
 * where the log says that it has come to.
 */
export const waitUntilDue = createEffect('waitUntilDue', {
  on: payments.scheduled,
  flatten: 'exhaust',
  key: ({ payload }) => payload.transfer.paymentId,
  cancelOn: { on: payments.unscheduled, key: ({ payload }) => payload.paymentId },
  run: ({ payload: schedule, id }, { scheduler, get }) => {
    const first = nextOf(schedule, id, get)
    if (first === undefined) return EMPTY
    const request = (nth: number): Observable<Due> => {
      const at = dueAt(schedule, nth)
      return at === undefined ? EMPTY : until(at, scheduler).pipe(map(() => dueOf(schedule, nth)))
    }
    return request(first).pipe(
      expand(({ nth }) => request(nth + 1)),
      map(({ batch }) => batch),
    )
  },
  failed: (_, { payload }) => payments.unscheduled({ paymentId: payload.transfer.paymentId }),
  resume: schedulesThatWait,
})

interface Due {
  readonly nth: number
  readonly batch: readonly Dispatchable[]
}

/** The next time of a schedule that is on the list by this very record. */
function nextOf({ transfer }: Schedule, scheduleId: string, get: View['get']): number | undefined {
  const waiting = get(paymentsSlice).scheduled.get(transfer.paymentId)
  return waiting?.scheduleId === scheduleId ? waiting.done : undefined
}

function dueOf(schedule: Schedule, nth: number): Due {
  const { paymentId } = schedule.transfer
  const nextAt = dueAt(schedule, nth + 1)
  const due = payments.due({ paymentId, nth, ...(nextAt !== undefined && { nextAt }) })
  return { nth, batch: [due, payments.requested(orderOf(schedule, nth))] }
}
