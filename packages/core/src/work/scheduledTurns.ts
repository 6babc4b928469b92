import type { SchedulerLike } from '../rx.ts'
import type { Turns } from './Turns.ts'

/**
 * Turns of an RxJS scheduler. On virtual time, what a store does in slices and in idle moments is
 * done when the test lets time pass, and in the same order in every run.
 */
export const scheduledTurns = (scheduler: SchedulerLike): Turns => ({
  next: () => new Promise((resolve) => void scheduler.schedule(() => resolve())),
  whenIdle(work) {
    const scheduled = scheduler.schedule(() => work(), IDLE_AFTER_MS)
    return () => scheduled.unsubscribe()
  },
})

const IDLE_AFTER_MS = 50
