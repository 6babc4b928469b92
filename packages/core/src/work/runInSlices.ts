import type { Meter } from './Meter.ts'
import type { Turns } from './Turns.ts'
import type { Work } from './Work.ts'

export interface SliceOptions {
  readonly meter: Meter
  readonly turns: Turns
  /** Milliseconds after which the page gets its turn. */
  readonly sliceMs: number
  /** Abandons the work; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** Records done so far, told at the end of each slice. */
  readonly progress?: ((done: number) => void) | undefined
}

/** Does the work in slices, the first of them at once, and lets the page have its turn in between. */
export async function runInSlices<T>(work: Work<T>, options: SliceOptions): Promise<T> {
  const { meter, turns, sliceMs, signal, progress } = options
  let done = 0
  for (;;) {
    let cost = 0
    while (cost < sliceMs) {
      signal?.throwIfAborted()
      const measure = meter.start()
      const step = work.next()
      if (step.done) return step.value
      done += step.value
      cost += measure(step.value)
    }
    progress?.(done)
    await turns.next()
  }
}
