import type { RecordList } from '../log/RecordList.ts'
import type { Checkpoints } from './Checkpoints.ts'
import type { ReplayedSegments } from './ReplayedSegments.ts'

/** What takes up memory in a log. */
export interface LogMemoryParts {
  records(): RecordList
  checkpoints(): Checkpoints
  readonly replayed: ReplayedSegments
  /** For all of it. */
  readonly bytesMax: number
  readonly seekBudgetMs: number
  /** Fold cost between two checkpoints, before any is thinned. */
  readonly spacingMs: number
}

/** Keeps a log below its memory: replayed states go first, then checkpoints, the oldest first. Records never do. */
export class LogMemory {
  readonly #parts: LogMemoryParts
  /** Bytes of the records when they were counted last. */
  #recordBytes = 0
  /** Checkpoints that were added. */
  #uncounted = 0
  #overMs: number | undefined

  constructor(parts: LogMemoryParts) {
    this.#parts = parts
  }

  /** Memory of records, checkpoints and replayed states, estimated. Counts the records: O(chunks). */
  count(): number {
    this.#recordBytes = this.#parts.records().bytes
    return this.#bytes
  }

  /** Whether more checkpoints may be kept inside a segment: only where thinning would not take them away at once. */
  get hasRoom(): boolean {
    return this.#bytes < this.#parts.bytesMax * DENSIFY_BELOW
  }

  /** A checkpoint was added. */
  added(): void {
    if (this.#uncounted++ % COUNTED_EVERY === 0) this.count()
    this.#thin()
  }

  /** The fold cost of the longest segment, once thinning has made one that is longer than the seek budget. Told once. */
  takeOver(): number | undefined {
    const longestMs = this.#overMs
    if (longestMs !== undefined) this.#overMs = Number.NaN
    return Number.isNaN(longestMs) ? undefined : longestMs
  }

  get #bytes(): number {
    return this.#recordBytes + this.#parts.checkpoints().bytes + this.#parts.replayed.bytes
  }

  #thin(): void {
    const { replayed, bytesMax, seekBudgetMs, spacingMs } = this.#parts
    while (this.#bytes > bytesMax) {
      if (!replayed.isEmpty) {
        replayed.clear()
        continue
      }
      const longestMs = this.#parts.checkpoints().thinOne(spacingMs)
      if (longestMs === undefined) {
        this.#overMs ??= Number.POSITIVE_INFINITY
        return
      }
      if (longestMs > seekBudgetMs) this.#overMs ??= longestMs
    }
  }
}

/** Checkpoints after which the records are counted again. */
const COUNTED_EVERY = 4
const DENSIFY_BELOW = 0.9
