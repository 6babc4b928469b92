import type { PlacedRecord } from '../log/LogRecord.ts'
import { RecordList } from '../log/RecordList.ts'
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
  #records: RecordList
  readonly #spacing: number
  #fold: Fold
  #checkpoints: Checkpoints
  #last: { readonly offset: number; readonly state: StateBySlice }

  constructor(fold: Fold, { spacing = CHECKPOINT_SPACING_RECORDS }: { readonly spacing?: number } = {}) {
    this.#records = new RecordList()
    this.#spacing = spacing
    this.#fold = fold
    this.#checkpoints = new Checkpoints(spacing)
    this.#last = { offset: -1, state: fold.initial }
  }

  get records(): RecordList {
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
    for (let i = from.offset + 1; i <= offset; i++) state = this.#fold.step(state, this.#records.at(i) as PlacedRecord)
    this.#last = { offset, state }
    return state
  }

  /** The newest record whose time is not later than `time`; −1 where all are later. */
  offsetAt(time: number): number {
    return this.#records.offsetAt(time)
  }

  /** Folds everything again by other reducers. Gives the state at the head. */
  refold(fold: Fold): StateBySlice {
    this.#fold = fold
    this.#checkpoints = new Checkpoints(this.#spacing)
    this.#last = { offset: -1, state: fold.initial }
    let state = fold.initial
    for (let i = 0; i <= this.head; i++) {
      state = fold.step(state, this.#records.at(i) as PlacedRecord)
      this.#checkpoints.offer(i, state)
    }
    this.#last = { offset: this.head, state }
    return state
  }

  /** A log that shares the records up to `offset`, and their checkpoints. */
  branch(offset: number): FoldedLog {
    const branch = new FoldedLog(this.#fold, { spacing: this.#spacing })
    const state = this.stateAt(offset)
    branch.#records = this.#records.upTo(offset)
    branch.#checkpoints = this.#checkpoints.upTo(offset)
    branch.#last = { offset, state }
    return branch
  }
}

/** Until checkpoints are placed by measured cost: a replay of so many records stays within a frame for usual reducers. */
const CHECKPOINT_SPACING_RECORDS = 256
