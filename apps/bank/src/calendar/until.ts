import type { Observable, SchedulerLike } from 'rxjs'
import { concatMap, defer, of, timer } from 'rxjs'

/**
 * Emits once when it is `atMs`, at once when it was. In steps: timers of the platform count milliseconds in 31 bits,
 * and one set for a month from now would ring at once; and a computer that slept is looked at again.
 */
export function until(atMs: number, scheduler: SchedulerLike): Observable<unknown> {
  return defer(() => {
    const leftMs = atMs - scheduler.now()
    if (leftMs <= 0) return of(undefined)
    return timer(Math.min(leftMs, STEP_MS_MAX), scheduler).pipe(concatMap(() => until(atMs, scheduler)))
  })
}

const STEP_MS_MAX = 3_600_000
