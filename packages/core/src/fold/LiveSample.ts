import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { BATCH_RECORDS } from '../work/Work.ts'
import type { Known } from './FoldedLog.ts'

/**
 * What live records cost. One at a time is too little for a clock, so now and then a batch of
 * them is folded once more, after the dispatch that completes it: the first 64, then ever more
 * seldom, down to one batch in 4,096 records.
 */
export class LiveSample {
  #begun: Known | undefined
  #gap = BATCH_RECORDS
  /** The offset at which there is something to do: to begin a sample, or to fold it. */
  at = 0

  /** A record was appended at `at`. Gives where the batch began that is now to be folded, if one is complete. */
  reached(offset: number, state: StateBySlice, batchRecords: number): Known | undefined {
    const begun = this.#begun
    if (begun) {
      this.#begun = undefined
      this.at = offset + this.#gap
      this.#gap = Math.min(GAP_MAX, this.#gap * 2)
      return begun
    }
    this.#begun = { offset, state }
    this.at = offset + batchRecords
    return undefined
  }

  /** Records up to the one before this were measured otherwise. */
  skipTo(next: number): void {
    this.at = next + this.#gap
  }
}

const GAP_MAX = 4_096
