import type { Meter } from '../work/Meter.ts'
import { BATCH_RECORDS } from '../work/Work.ts'

/**
 * What a record costs to fold: the median of the newest batches, so that garbage collection
 * in one of them does not count. Unpacking is part of a replay's cost, and of this.
 */
export class FoldCost {
  readonly #meter: Meter
  readonly #newest: number[] = []
  #next = 0
  #msPerRecord: number | undefined
  /** Measured since the last one that was noted. */
  #ms = 0
  #records = 0

  constructor(meter: Meter) {
    this.#meter = meter
  }

  /** Milliseconds; a guess until the first batch was measured. */
  get msPerRecord(): number {
    return this.#msPerRecord ?? GUESS_MS
  }

  /** Records to measure together: as many as a coarse clock needs, fewer where `ms` would be over before. */
  batchRecords(ms: number): number {
    // Nobody knows how slow the reducers are: a long stall is found after a few of them.
    if (this.#msPerRecord === undefined) return Math.min(BATCH_RECORDS, Math.max(FIRST_RECORDS, this.#records))
    return Math.max(1, Math.min(BATCH_RECORDS, Math.floor(ms / this.#msPerRecord) || 1))
  }

  /** Begins to measure a batch. What it returns takes how many records it was and gives milliseconds. */
  start(): (records: number) => number {
    const measure = this.#meter.start()
    return (records) => {
      const ms = measure(records)
      this.#ms += ms
      this.#records += records
      // A clock that steps may not have moved: what it missed is in a later batch.
      if (this.#ms > 0 || this.#records >= UNSEEN_RECORDS_MAX) this.#note()
      return ms
    }
  }

  /** Others have the reducers of before: a fold that is like this one begins with what is known. */
  copy(): FoldCost {
    const copy = new FoldCost(this.#meter)
    copy.#newest.push(...this.#newest)
    copy.#next = this.#next
    copy.#msPerRecord = this.#msPerRecord
    return copy
  }

  #note(): void {
    this.#newest[this.#next] = this.#ms / this.#records
    this.#ms = 0
    this.#records = 0
    this.#next = (this.#next + 1) % MEDIAN_OF
    const sorted = this.#newest.toSorted((a, b) => a - b)
    this.#msPerRecord = sorted[sorted.length >> 1] as number
  }
}

/** Records that a clock takes for nothing: they are nothing. */
const UNSEEN_RECORDS_MAX = 256
/** Batches that the median is taken of. */
const MEDIAN_OF = 9
/** A reducer of a few rows. */
const GUESS_MS = 0.004
const FIRST_RECORDS = 8
