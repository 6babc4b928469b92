import type { SchedulerLike } from '../rx.ts'
import type { Meter } from './Meter.ts'

/** Measures by an RxJS scheduler's time. On virtual time, work takes none. */
export const scheduledMeter = (scheduler: SchedulerLike): Meter => ({
  start() {
    const began = scheduler.now()
    return () => scheduler.now() - began
  },
})
