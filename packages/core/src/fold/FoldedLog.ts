import type { PlacedRecord } from '../log/LogRecord.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { Checkpoints } from './Checkpoints.ts'
import type { Fold, FoldFailure } from './Fold.ts'

/**
 * The records of a log in memory, and the state after any of them.
 *
 * `fold(checkpoint + tail) = fold(all)`: a state is found by folding on from the newest
 * checkpoint at or before it, or from the state that was asked for last, if that is nearer.
 */
export class FoldedLog {
  readonly #records: PlacedRecord[]
  readonly #spacing: number
  #fold: Fold
  #checkpoints: Checkpoints
  #last: { readonly offset: number; readonly state: StateBySlice }

  constructor(fold: Fold, { spacing = CHECKPOINT_SPACING_RECORDS }: { readonly spacing?: number } = {}) {
    this.#records = []
    this.#spacing = spacing
    this.#fold = fold
    this.#checkpoints = new Checkpoints(spacing)
    this.#last = { offset: -1, state: fold.initial }
  }

  get records(): readonly PlacedRecord[] {
    return this.#records
  }

  /** Offset of the newest record; −1 in an empty log. */
  get head(): number {
    return this.#records.length - 1
  }

  /** Adds records that were folded elsewhere, with the state after each. */
  push(records: readonly PlacedRecord[], after: readonly StateBySlice[]): void {
    for (const [i, record] of records.entries()) {
      this.#records.push(record)
      this.#checkpoints.offer(this.head, after[i] as StateBySlice)
    }
  }

  /** Adds records and folds them. Gives the state after the last. */
  pushFolding(records: readonly PlacedRecord[], failed?: (failure: FoldFailure) => void): StateBySlice {
    let state = this.stateAt(this.head)
    for (const record of records) {
      this.#records.push(record)
      state = this.#fold.step(state, record, failed)
      this.#checkpoints.offer(this.head, state)
    }
    this.#last = { offset: this.head, state }
    return state
  }

  /** The state just after the record at `offset`, which is −1 … head. */
  stateAt(offset: number): StateBySlice {
    const checkpoint = this.#checkpoints.before(offset)
    let from = checkpoint ?? { offset: -1, state: this.#fold.initial }
    if (this.#last.offset <= offset && this.#last.offset > from.offset) from = this.#last
    let { state } = from
    for (let i = from.offset + 1; i <= offset; i++) state = this.#fold.step(state, this.#records[i] as PlacedRecord)
    this.#last = { offset, state }
    return state
  }

  /** The newest record whose time is not later than `time`; −1 where all are later. */
  offsetAt(time: number): number {
    let low = 0
    let high = this.#records.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#records[middle] as PlacedRecord).time <= time) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** Folds everything again by other reducers. Gives the state at the head. */
  refold(fold: Fold): StateBySlice {
    this.#fold = fold
    this.#checkpoints = new Checkpoints(this.#spacing)
    this.#last = { offset: -1, state: fold.initial }
    const records = this.#records.splice(0)
    return this.pushFolding(records)
  }

  /** A log that shares the records up to `offset`, and their checkpoints. */
  branch(offset: number): FoldedLog {
    const branch = new FoldedLog(this.#fold, { spacing: this.#spacing })
    const state = this.stateAt(offset)
    for (let i = 0; i <= offset; i++) branch.#records.push(this.#records[i] as PlacedRecord)
    branch.#checkpoints = this.#checkpoints.upTo(offset)
    branch.#last = { offset, state }
    return branch
  }
}

/** Until checkpoints are placed by measured cost: a replay of so many records stays within a frame for usual reducers. */
const CHECKPOINT_SPACING_RECORDS = 256
