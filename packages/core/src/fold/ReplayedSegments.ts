import { bytesBeyond } from './bytesBeyond.ts'
import type { Known } from './FoldedLog.ts'
import { ReplayedStates } from './ReplayedStates.ts'

/**
 * The segments in which somebody steps back: the one that they are in, parts of it that were
 * replayed once more, and the segment before it, replayed ahead in an idle moment.
 */
export class ReplayedSegments {
  readonly #bytesMax: number
  #kept: readonly ReplayedStates[] = []
  #goesBack = false
  /** The last offset of a segment that was replayed ahead and has not been stepped into; −1 where there is none. */
  #aheadTo = -1

  /** `memoryBytesMax` is for all of a log. */
  constructor(memoryBytesMax: number) {
    this.#bytesMax = Math.min(SEGMENT_BYTES_MAX, memoryBytesMax / 16)
  }

  get bytes(): number {
    let bytes = 0
    for (const states of this.#kept) bytes += states.bytes
    return bytes
  }

  get isEmpty(): boolean {
    return this.#kept.length === 0
  }

  /** Changes whenever other segments are kept. */
  get version(): unknown {
    return this.#kept
  }

  /** Whoever steps back once will do it again: the states of the segment are then kept. */
  get goesBack(): boolean {
    return this.#goesBack
  }

  clear(): void {
    this.#kept = []
  }

  /** Somebody goes from one place to another. Says whether they step into what was replayed ahead: the segment before may be next. */
  goes(from: number, to: number): boolean {
    const back = from - to
    this.#goesBack = back > 0 && back <= STEP_BACK_RECORDS_MAX
    if (!this.#goesBack || to > this.#aheadTo) return false
    this.#aheadTo = -1
    return true
  }

  /** The newest state that is kept at or before an offset, where it is newer than one that is known. */
  near(offset: number, known: Known): Known {
    let nearest = known
    for (const states of this.#kept) {
      const near = states.near(offset)
      if (near && near.offset > nearest.offset) nearest = near
    }
    return nearest
  }

  /** The last place of the segment before the one that is stepped back in; `undefined` where it was replayed, or nobody steps back. */
  placeAhead(here: number): number | undefined {
    const segment = this.#around(here).at(-1)
    if (!this.#goesBack || !segment || segment.from <= 0) return undefined
    const to = segment.from - 1
    return this.#around(to).length > 0 ? undefined : to
  }

  /** States of a segment to be filled, and then to be kept. */
  from({ offset, state }: Known): ReplayedStates {
    return new ReplayedStates(offset, state, { bytesMax: this.#bytesMax, bytesBeyond })
  }

  /** Keeps the states on the way to a place. */
  keep(states: ReplayedStates, to: number): void {
    this.#kept = [states, ...this.#around(to)].slice(0, SEGMENTS_MAX)
  }

  /** Keeps the segment before the one in which `here` is. */
  keepAhead(states: ReplayedStates, here: number, to: number): void {
    this.#kept = [...this.#around(here), states]
    this.#aheadTo = to
  }

  /** Those that hold a place, from the one that begins nearest to it. */
  #around(offset: number): ReplayedStates[] {
    return this.#kept.filter((states) => states.near(offset)).sort((a, b) => b.from - a.from)
  }
}

/** Whoever goes back by so much at once is stepping, and the states between are kept. */
const STEP_BACK_RECORDS_MAX = 64
/** A segment of large states is kept in parts: all of it coarsely, a part of it finely. */
const SEGMENTS_MAX = 4
/** Of the states of one replayed segment. */
const SEGMENT_BYTES_MAX = 33_554_432
