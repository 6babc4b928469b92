import type { AgentTime } from './AgentTime.ts'

/**
 * Work that may be long, cut where it can be interrupted. What it yields is waited for where it
 * is a promise: records that are on the disk alone.
 */
export type Steps<T> = Generator<Promise<void> | undefined, T, void>

/** What is done between two slices, and what ends the work early. */
export interface SliceOptions {
  readonly time: AgentTime
  readonly signal: AbortSignal
  /** Called at the end of each slice. */
  readonly sliced?: () => void
  /** Milliseconds after which the page gets its turn. Default 8, half a frame. */
  readonly sliceMs?: number
}

const SLICE_MS = 8

/** Does the work in slices, the first of them at once. `undefined` where it was aborted. */
export async function inSlices<T>(
  work: Steps<T>,
  { time, signal, sliced, sliceMs = SLICE_MS }: SliceOptions,
): Promise<T | undefined> {
  let began = time.now()
  while (!signal.aborted) {
    const step = work.next()
    if (step.done) return step.value
    if (step.value) await step.value
    if (time.now() - began < sliceMs) continue
    sliced?.()
    await time.turn()
    began = time.now()
  }
  work.return(undefined as never)
  return undefined
}
