import type { Observable } from '../rx.ts'
import { BehaviorSubject } from '../rx.ts'
import type { Progress } from '../work/Progress.ts'
import { runInSlices } from '../work/runInSlices.ts'
import type { Slicing } from '../work/Slicing.ts'
import type { Work } from '../work/Work.ts'

/** Long work that is to be done behind the scenes. */
export interface BackgroundWork<T> {
  readonly work: Progress['work']
  /** Records that there are to do. It may grow while the work goes on. */
  readonly total: () => number
  readonly steps: Work<T>
  readonly signal?: AbortSignal
}

/** Does long work of a store in slices, and tells how far it is. What is done within the first slice is not told of. */
export class Background {
  readonly #progress = new BehaviorSubject<Progress | undefined>(undefined)
  readonly #slicing: Slicing

  constructor(slicing: Slicing) {
    this.#slicing = slicing
  }

  /** How far the present work is; `undefined` while there is none. */
  get progress$(): Observable<Progress | undefined> {
    return this.#progress.asObservable()
  }

  /** Rejects with the signal's reason when it is aborted, and with what a step threw. */
  async run<T>({ work, total, steps, signal }: BackgroundWork<T>): Promise<T> {
    let mine: Progress | undefined
    try {
      return await runInSlices(steps, {
        ...this.#slicing,
        signal,
        progress: (done) => {
          mine = { work, done, total: total() }
          this.#progress.next(mine)
        },
      })
    } finally {
      // Work that took its place tells for itself.
      if (mine && this.#progress.value === mine) this.#progress.next(undefined)
    }
  }

  close(): void {
    this.#progress.complete()
  }
}
