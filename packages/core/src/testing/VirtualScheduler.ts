import type { SchedulerAction, SchedulerLike } from '../rx.ts'
import { Subscription } from '../rx.ts'

/**
 * An RxJS scheduler whose time stands still until it is told to run.
 *
 * RxJS's own `VirtualTimeScheduler` chains every repetition of an interval to the one before,
 * and overflows the stack when a long one is ended; it also drops all timers when one throws.
 */
export class VirtualScheduler implements SchedulerLike {
  #now: number
  /** By time, and by order of asking where that is the same. */
  readonly #due: Due[] = []

  constructor(startMs: number) {
    this.#now = startMs
  }

  now(): number {
    return this.#now
  }

  schedule<T>(work: (this: SchedulerAction<T>, state?: T) => void, delayMs = 0, state?: T): Subscription {
    return new VirtualAction<T>(this, work).schedule(state, delayMs)
  }

  /** Time passes, without anything being run. It never goes back. */
  passTo(timeMs: number): void {
    this.#now = Math.max(this.#now, timeMs)
  }

  /** Runs the next that is due by then, at its time. Answers whether there was one. */
  runNext(untilMs: number): boolean {
    const [next] = this.#due
    if (!next || next.timeMs > untilMs) return false
    this.#due.shift()
    this.passTo(next.timeMs)
    next.run()
    return true
  }

  /** For its actions. */
  add(run: () => void, delayMs: number): () => void {
    const due: Due = { timeMs: this.#now + Math.max(0, delayMs), run }
    const at = this.#due.findLastIndex((each) => each.timeMs <= due.timeMs)
    this.#due.splice(at + 1, 0, due)
    return () => {
      const index = this.#due.indexOf(due)
      if (index >= 0) this.#due.splice(index, 1)
    }
  }
}

interface Due {
  readonly timeMs: number
  readonly run: () => void
}

class VirtualAction<T> extends Subscription implements SchedulerAction<T> {
  readonly #scheduler: VirtualScheduler
  readonly #work: (this: SchedulerAction<T>, state?: T) => void
  #forget: () => void = () => {}

  constructor(scheduler: VirtualScheduler, work: (this: SchedulerAction<T>, state?: T) => void) {
    super(() => this.#forget())
    this.#scheduler = scheduler
    this.#work = work
  }

  /** Also again, from inside the work: how intervals repeat. */
  schedule(state?: T, delayMs = 0): Subscription {
    if (this.closed) return this
    this.#forget()
    this.#forget = this.#scheduler.add(() => this.#run(state), delayMs)
    return this
  }

  #run(state: T | undefined): void {
    try {
      this.#work(state)
    } catch (thrown) {
      this.unsubscribe()
      throw thrown
    }
  }
}
