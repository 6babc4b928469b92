import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import { notLoaded } from '../log/notLoaded.ts'
import type { RecordId } from '../log/RecordId.ts'
import type { RecordList } from '../log/RecordList.ts'
import { recordReader } from '../log/recordReader.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { Toggled, Voids } from '../undo/Voids.ts'
import { isVoid, voidedIds } from '../undo/voided.ts'
import type { Fold, FoldFailure } from './Fold.ts'
import type { Known } from './FoldedLog.ts'

/** The log that is folded, without a look at its voids. */
export interface VoidedLog {
  readonly fold: Fold
  /** It may be another list later. */
  records(): RecordList
  /** The nearest state that is known at or before an offset. */
  known(offset: number): Known
}

/** Folds of a log around what its voids take out, and bring back. */
export class VoidedFold {
  readonly voids: Voids
  readonly #log: VoidedLog

  constructor(log: VoidedLog, voids: Voids = new Voids()) {
    this.#log = log
    this.voids = voids
  }

  /** The record is a void, and in the log. */
  add(record: PlacedRecord): void {
    this.voids.add(
      record.offset,
      voidedIds(record).map((id) => this.#offsetOf(id)),
    )
  }

  /** −1 where no record has it. Nobody can tell where some are on the disk alone. */
  #offsetOf(id: RecordId): number {
    const records = this.#log.records()
    const offset = records.offsetOf(id)
    const missing = offset < 0 ? records.missing(0, records.length - 1).at(-1) : undefined
    if (missing) throw notLoaded(missing.from, missing.to)
    return offset
  }

  /** The state at a void. */
  stateAt(undone: number): StateBySlice {
    return this.#refolded(this.voids.countUpTo(undone), undone)
  }

  /** Where the fold of the state at a void begins. */
  startOf(undone: number): Known {
    return this.#start(this.voids.countUpTo(undone), undone)
  }

  /** Where the fold of the state begins that these records would lead to, if they were the next ones to be voided. */
  startWithout(offsets: readonly number[], head: number): Known {
    this.voids.add(head + 1, offsets)
    const start = this.#start(this.voids.count, head)
    this.voids.removeLast()
    return start
  }

  /** The state if these records came after the head; there is a void among them. */
  stateWith(tail: readonly LogRecord[], failed?: (failure: FoldFailure) => void): StateBySlice {
    const { voids } = this
    const { fold } = this.#log
    const records = this.#log.records()
    const known = voids.count
    const next = records.length
    const offsetOf = (id: RecordId) => {
      const at = tail.findIndex((record) => record.id === id)
      return at < 0 ? this.#offsetOf(id) : next + at
    }
    try {
      for (const [i, record] of tail.entries()) if (isVoid(record)) voids.add(next + i, voidedIds(record).map(offsetOf))
      const { count } = voids
      let state = this.#refolded(count, next - 1)
      const out = voids.outAfter(count)
      for (const [i, record] of tail.entries()) if (!out.has(next + i)) state = fold.step(state, record, failed)
      return state
    } finally {
      while (voids.count > known) voids.removeLast()
    }
  }

  /** The first of the records from one place to another, or before them, that a void among them takes out or brings back. */
  reachOf(from: number, to: number): number {
    let first = from
    for (let known = to + 1; first < known; ) {
      known = first
      first = Math.min(first, this.voids.firstToggledIn(first, to))
    }
    return first
  }

  /**
   * A state that is known at or before `limit`, and from which a fold of the records that count behind
   * so many voids can go on: nothing before it counted then and does not now, or the other way round.
   *
   * Between two voids states are of one kind, so it goes from the newest stretch back, and takes the
   * first that has one:
   *
   * ```
   *   a  b  ■  c  d  e  ■  ✕(d)  f  g  ✕(e)  h       ■ is known
   *         │           └─ has d              without d and e: from the first ■, b c f g h
   *         └───── before the first that is different
   * ```
   */
  #start(count: number, limit: number): Known {
    const toggled = new Toggled()
    let end = limit
    for (let number = count; number > 0; number--) {
      const begin = this.voids.offsetOf(number - 1)
      const known = this.#log.known(Math.min(end, toggled.first - 1))
      if (known.offset >= begin) return known
      toggled.toggle(this.voids.toggledBy(number - 1))
      end = Math.min(end, begin - 1)
    }
    return this.#log.known(Math.min(end, toggled.first - 1))
  }

  /** The state at `to` with the records left out that do not count behind so many voids. */
  #refolded(count: number, to: number): StateBySlice {
    let { offset, state } = this.#start(count, to)
    const out = this.voids.outAfter(count)
    const { fold } = this.#log
    const recordAt = recordReader(this.#log.records())
    while (offset < to) if (!out.has(++offset)) state = fold.step(state, recordAt(offset))
    return state
  }
}
