import type { StateBySlice } from '../selector/SelectorMemo.ts'

/** State as it was just after the record at `offset`, kept so that a replay can start there. */
export interface Checkpoint {
  readonly offset: number
  readonly state: StateBySlice
  /** What it costs to fold from the one before to here. */
  readonly costMs: number
  /** Memory that it keeps alive and the one before does not. */
  readonly bytes: number
}

/** How much memory a state keeps alive beyond another. */
export type BytesBeyond = (before: StateBySlice | undefined, after: StateBySlice) => number

/**
 * Checkpoints in order of offset: a cache, never the truth. Any set of them, the empty one
 * included, gives the same states; it only decides how many records a replay folds.
 */
export class Checkpoints {
  readonly #bytesBeyond: BytesBeyond
  #kept: Checkpoint[]
  #bytes: number
  #added = 0
  #joined = 0
  /** What is left of the memory of two when one of them is let go of. */
  #joinedShare = 1
  /** Where thinning goes on, and how far apart those are that it leaves. */
  #thinnedTo = 0
  #thinnedMs = 0

  constructor(bytesBeyond: BytesBeyond, kept: readonly Checkpoint[] = []) {
    this.#bytesBeyond = bytesBeyond
    this.#kept = [...kept]
    this.#bytes = kept.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  get all(): readonly Checkpoint[] {
    return this.#kept
  }

  /** Memory that all of them keep alive, estimated; what the live state shares with them included. */
  get bytes(): number {
    return this.#bytes
  }

  /** Offset of the newest; −1 where there is none. */
  get end(): number {
    return this.#kept[this.#kept.length - 1]?.offset ?? -1
  }

  /**
   * Keeps a state behind all others, so much fold cost after the last. Its memory is measured now and
   * then, where it is not known.
   */
  add(offset: number, state: StateBySlice, costMs: number, knownBytes?: number): void {
    const bytes = knownBytes ?? this.#bytesOf(state)
    this.#kept.push({ offset, state, costMs, bytes })
    this.#bytes += bytes
  }

  #bytesOf(state: StateBySlice): number {
    const last = this.#kept[this.#kept.length - 1]
    const isMeasured = last === undefined || this.#added++ % MEASURED_EVERY === 0
    return isMeasured ? this.#bytesBeyond(last?.state, state) : last.bytes
  }

  /** Keeps a state between others; `costMs` after the one before it. Nothing where there is one at that offset. */
  insert(offset: number, state: StateBySlice, costMs: number): void {
    const at = this.#countUpTo(offset)
    if (this.#kept[at - 1]?.offset === offset) return
    const next = this.#kept[at]
    if (!next) {
      this.add(offset, state, costMs)
      return
    }
    const inserted = { offset, state, costMs, bytes: this.#bytesBeyond(this.#kept[at - 1]?.state, state) }
    const bytes = this.#bytesBeyond(state, next.state)
    this.#bytes += inserted.bytes + bytes - next.bytes
    this.#kept.splice(at, 1, inserted, { ...next, costMs: Math.max(0, next.costMs - costMs), bytes })
    if (at < this.#thinnedTo) this.#thinnedTo++
  }

  /** Puts another state in the place of one that is kept. */
  replace(offset: number, state: StateBySlice): void {
    const at = this.#countUpTo(offset) - 1
    const kept = this.#kept[at]
    if (kept?.offset === offset) this.#kept[at] = { ...kept, state }
  }

  /** The newest one at or before `offset`. */
  before(offset: number): Checkpoint | undefined {
    return this.#kept[this.#countUpTo(offset) - 1]
  }

  /** The oldest one after `offset`. */
  after(offset: number): Checkpoint | undefined {
    return this.#kept[this.#countUpTo(offset)]
  }

  /**
   * Lets go of one, the oldest first: from the oldest on every second one, until all stand twice
   * as far apart, then from the oldest on again. So old segments are at most twice as long as
   * those after them. Gives the cost of the segment that was made; `undefined` where there is none
   * to let go of.
   *
   * ```
   *   ■ ■ ■ ■ ■ ■ ■ ■      ■   ■   ■ ■ ■ ■      ■   ■   ■   ■      ■       ■   ■
   * ```
   */
  thinOne(spacingMs: number): number | undefined {
    const kept = this.#kept
    if (kept.length === 0) return undefined
    if (this.#thinnedMs === 0) this.#thinnedMs = 2 * spacingMs
    for (;;) {
      for (; this.#thinnedTo < kept.length - 1; this.#thinnedTo++) {
        const here = kept[this.#thinnedTo] as Checkpoint
        const next = kept[this.#thinnedTo + 1] as Checkpoint
        const costMs = here.costMs + next.costMs
        if (costMs > this.#thinnedMs * ROUNDING) continue
        this.#join(this.#thinnedTo, costMs)
        return costMs
      }
      if (kept.length === 1) {
        this.#bytes = 0
        return (kept.pop() as Checkpoint).costMs
      }
      this.#thinnedMs *= 2
      this.#thinnedTo = 0
    }
  }

  /** Those at or before `offset`, for a branch that starts there. */
  upTo(offset: number): Checkpoints {
    const shared = new Checkpoints(this.#bytesBeyond, this.#kept.slice(0, this.#countUpTo(offset)))
    shared.#thinnedMs = this.#thinnedMs
    return shared
  }

  /** Lets go of `at`, which is not the last. */
  #join(at: number, costMs: number): void {
    const gone = this.#kept[at] as Checkpoint
    const next = this.#kept[at + 1] as Checkpoint
    const sum = gone.bytes + next.bytes
    if (this.#joined++ % MEASURED_EVERY === 0 && sum > 0)
      this.#joinedShare = Math.min(1, this.#bytesBeyond(this.#kept[at - 1]?.state, next.state) / sum)
    const bytes = sum * this.#joinedShare
    this.#bytes += bytes - sum
    this.#kept.splice(at, 2, { ...next, costMs, bytes })
  }

  #countUpTo(offset: number): number {
    let low = 0
    let high = this.#kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#kept[middle] as Checkpoint).offset <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** To compare two states costs a tenth of folding from one to the other. */
const MEASURED_EVERY = 8
/** Segments are cut at batches: two of them are a little more than twice the spacing. */
const ROUNDING = 1.25
