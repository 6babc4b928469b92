import type { SchedulerLike } from '../rx.ts'
import type { Clock } from '../store/ports.ts'
import { upkeepFromStart } from '../store/upkeepFromStart.ts'
import { VirtualScheduler } from './VirtualScheduler.ts'

/** Time that stands still until a test moves it. */
export interface VirtualTime {
  /** For `createStore({ clock })`. */
  readonly clock: Clock
  /** For `createStore({ scheduler })`, and for RxJS operators that take one. */
  readonly scheduler: SchedulerLike
  /**
   * Lets so many milliseconds pass, and runs what is due meanwhile, in its order.
   *
   * @throws Error when more than 100,000 timers run, because they set each other without end
   */
  advance(durationMs: number): void
  /**
   * Runs all that is scheduled, however late, and what that schedules. The clock then shows the
   * time of the last.
   *
   * @throws Error when it does not end: an interval is on. Use `advance`.
   */
  flush(): void
  /**
   * As `advance`, and lets promises go on before each timer and at the end: for effects that
   * answer with promises. Waits for no real time.
   */
  settle(durationMs?: number): Promise<void>
}

/**
 * A clock and a scheduler that only the test moves: a store made with both lives wholly in
 * virtual time, its idle moments included.
 *
 * ```ts
 * const time = virtualTime()
 * const store = createStore({ slices, effects, clock: time.clock, scheduler: time.scheduler })
 * time.advance(300)
 * ```
 *
 * @param startMs milliseconds since 1970 at which it begins; default 2026-01-01T00:00:00Z
 */
export function virtualTime(startMs: number = Date.UTC(2026, 0, 1)): VirtualTime {
  upkeepFromStart()
  const scheduler = new VirtualScheduler(startMs)
  const run = (untilMs: number): void => {
    for (let ran = 0; scheduler.runNext(untilMs); ran++) if (ran === TIMERS_MAX) throw endless()
  }
  return {
    clock: scheduler,
    scheduler,
    advance(durationMs) {
      const untilMs = scheduler.now() + duration(durationMs)
      run(untilMs)
      scheduler.passTo(untilMs)
    },
    flush: () => run(Number.POSITIVE_INFINITY),
    async settle(durationMs = 0) {
      const untilMs = scheduler.now() + duration(durationMs)
      for (let ran = 0; ; ran++) {
        await promisesGoOn()
        if (!scheduler.runNext(untilMs)) break
        if (ran === TIMERS_MAX) throw endless()
      }
      scheduler.passTo(untilMs)
    },
  }
}

const TIMERS_MAX = 100_000
/** A chain of so many `await`s is followed to its end. */
const TURNS = 50

export async function promisesGoOn(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await undefined
}

function duration(durationMs: number): number {
  if (durationMs >= 0 && Number.isFinite(durationMs)) return durationMs
  throw new Error(`Cannot advance virtual time by ${durationMs} ms: it goes forward only.`)
}

const endless = () =>
  new Error(
    `More than ${TIMERS_MAX.toLocaleString('en')} timers ran, and there are more: an interval, or timers that set each other. Advance by a duration that ends.`,
  )
