import { PlayheadError } from '../error/PlayheadError.ts'

/**
 * One FIFO queue, drained in one place. What is enqueued from inside a job (by a subscriber,
 * an effect or the log) runs after it, so everybody sees the same order of things.
 */
export class Intake {
  #queue: (() => void)[] = []
  #draining = false
  #held = false

  /** Whether a job is running, so that what is enqueued now runs later. */
  get draining(): boolean {
    return this.#draining
  }

  /** Jobs wait until `release`: the log is still being opened. */
  hold(): void {
    this.#held = true
  }

  release(): void {
    this.#held = false
    this.#drain()
  }

  /**
   * Runs the job now, with all that it causes, or later when a job is running already.
   *
   * @throws PlayheadError `dispatch/endless` when jobs cause each other without end
   */
  enqueue(job: () => void): void {
    this.#queue.push(job)
    if (!this.#draining && !this.#held) this.#drain()
  }

  #drain(): void {
    const jobs = this.#queue
    const asked = jobs.length
    let thrown: { readonly error: unknown } | undefined
    this.#draining = true
    for (let done = 0; done < jobs.length; done++) {
      if (done - asked === CAUSED_JOBS_MAX) {
        thrown ??= { error: endless(jobs.length - done) }
        break
      }
      try {
        ;(jobs[done] as () => void)()
      } catch (error) {
        thrown ??= { error }
      }
    }
    this.#queue = []
    this.#draining = false
    if (thrown) throw thrown.error
  }
}

/** So many dispatches caused by one are taken for a cycle. What is left in the queue is dropped. */
const CAUSED_JOBS_MAX = 100_000

const endless = (dropped: number) =>
  new PlayheadError({
    code: 'dispatch/endless',
    message: `One dispatch has caused ${CAUSED_JOBS_MAX.toLocaleString('en')} others, and ${dropped} are still waiting: subscribers or effects dispatch in answer to each other without end. The waiting ones were dropped. Break the cycle by a condition.`,
  })
