import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'

/**
 * One FIFO queue, drained in one place. What is enqueued from inside a job (by a subscriber,
 * an effect or the log) runs after it, so everybody sees the same order of things.
 */
export class Intake {
  #queue: (() => void)[] = []
  #draining = false
  #held = false
  #drain = 0
  readonly #cycle: () => string

  /** `cycle` shows how the newest jobs cause each other, where that is known. */
  constructor(cycle: () => string = () => '') {
    this.#cycle = cycle
  }

  /** Whether a job is running, so that what is enqueued now runs later. */
  get draining(): boolean {
    return this.#draining
  }

  /** The number of the drain that goes on, or of the last one. */
  get drain(): number {
    return this.#drain
  }

  /** Jobs wait until `release`: the log is still being opened. */
  hold(): void {
    this.#held = true
  }

  release(): void {
    this.#held = false
    this.run(() => {}, undefined)
  }

  /**
   * Runs the job now, with all that it causes, and gives its answer. Later when a job is running
   * already: the answer is then `undefined`.
   *
   * @throws PlayheadError `dispatch/endless` when jobs cause each other without end
   */
  run<A, R>(job: (argument: A) => R, argument: A): R | undefined {
    if (this.#draining || this.#held) {
      this.#queue.push(() => void job(argument))
      return undefined
    }
    let answer: R | undefined
    let thrown: Thrown
    this.#draining = true
    this.#drain++
    try {
      answer = job(argument)
    } catch (error) {
      thrown = { error }
    }
    if (this.#queue.length > 0) thrown = this.#runQueued(thrown)
    this.#draining = false
    if (thrown !== undefined) throw thrown.error
    return answer
  }

  /** Runs what is queued, and what is queued meanwhile. Keeps the first error and goes on. */
  #runQueued(before: Thrown): Thrown {
    const jobs = this.#queue
    const asked = jobs.length
    let thrown = before
    for (let done = 0; done < jobs.length; done++) {
      if (done - asked === CAUSED_JOBS_MAX) {
        thrown ??= { error: endless(jobs.length - done, this.#cycle()) }
        break
      }
      try {
        ;(jobs[done] as () => void)()
      } catch (error) {
        thrown ??= { error }
      }
    }
    this.#queue = []
    return thrown
  }
}

type Thrown = { readonly error: unknown } | undefined

/** So many dispatches caused by one are taken for a cycle. What is left in the queue is dropped. */
const CAUSED_JOBS_MAX = 100_000

const endless = (dropped: number, cycle: string) =>
  new PlayheadError({
    code: 'dispatch/endless',
    message: DEV
      ? `One dispatch has caused ${CAUSED_JOBS_MAX.toLocaleString('en')} others, and ${dropped} are still waiting: subscribers or effects dispatch in answer to each other without end${cycle && `: ${cycle}`}. The waiting ones were dropped. Break the cycle by a condition.`
      : [dropped],
  })
