import type { StateBySlice } from '../selector/SelectorMemo.ts'

/** State as it was just after the record at `offset`, kept so that a replay can start there. */
export interface Checkpoint {
  readonly offset: number
  readonly state: StateBySlice
}

/**
 * Checkpoints in order of offset: a cache, never the truth. Any set of them, the empty one
 * included, gives the same states; it only decides how many records a replay folds.
 */
export class Checkpoints {
  readonly #kept: Checkpoint[]
  readonly #spacing: number

  /** `spacing` is the number of records between two checkpoints. */
  constructor(spacing: number, kept: readonly Checkpoint[] = []) {
    this.#spacing = spacing
    this.#kept = [...kept]
  }

  /** Keeps this state where the last checkpoint is far enough behind. Called with growing offsets. */
  offer(offset: number, state: StateBySlice): void {
    const last = this.#kept.at(-1)?.offset ?? -1
    if (offset - last >= this.#spacing) this.#kept.push({ offset, state })
  }

  /** The newest one at or before `offset`. */
  before(offset: number): Checkpoint | undefined {
    let low = 0
    let high = this.#kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#kept[middle] as Checkpoint).offset <= offset) low = middle + 1
      else high = middle
    }
    return this.#kept[low - 1]
  }

  /** Those at or before `offset`, for a branch that starts there. */
  upTo(offset: number): Checkpoints {
    return new Checkpoints(
      this.#spacing,
      this.#kept.filter((checkpoint) => checkpoint.offset <= offset),
    )
  }
}
