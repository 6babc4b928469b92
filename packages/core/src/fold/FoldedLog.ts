import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import type { RecordId } from '../log/RecordId.ts'
import type { OffsetRange } from '../log/RecordList.ts'
import { RecordList } from '../log/RecordList.ts'
import { recordReader } from '../log/recordReader.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { Toggled, Voids } from '../undo/Voids.ts'
import { isVoid, voidedIds } from '../undo/voided.ts'
import { clockMeter } from '../work/clockMeter.ts'
import { finish } from '../work/finish.ts'
import type { Meter } from '../work/Meter.ts'
import type { Work } from '../work/Work.ts'
import { BATCH_RECORDS } from '../work/Work.ts'
import { bytesBeyond } from './bytesBeyond.ts'
import type { Checkpoint } from './Checkpoints.ts'
import { Checkpoints } from './Checkpoints.ts'
import type { Fold, FoldFailure } from './Fold.ts'
import { FoldCost } from './FoldCost.ts'
import { ReplayedStates } from './ReplayedStates.ts'

/** What decides where checkpoints stand. */
export interface FoldedLogOptions {
  readonly meter: Meter
  /** Longest time that a seek is to fold. Checkpoints stand a quarter of it apart. */
  readonly seekBudgetMs: number
  /** Memory for records, checkpoints and replayed states together. The oldest checkpoints are thinned to stay below it. */
  readonly memoryBytesMax: number
}

/** Something that `FoldedLog` has noticed and that is worth a look in an idle moment. */
export interface Suspicion {
  /** A batch of records, both included, that took longer than the seek budget. */
  readonly from: number
  readonly to: number
}

/** A place, and the state there. */
export interface Known {
  readonly offset: number
  readonly state: StateBySlice
}

/**
 * The records of a log in memory, and the state after any of them.
 *
 * `fold(checkpoint + tail) = fold(all)`: a state is found by folding on from the nearest one
 * that is known before it: a checkpoint, one of the segment that was replayed last, or the one
 * that was asked for last.
 *
 * ```
 *   ■───────────■───────────■─────×·····■──── head      ■ checkpoint, a quarter of the seek budget
 *                           └·····┘                        of fold cost after the one before
 *                            states of the segment replayed last: a step back folds nothing
 * ```
 *
 * Beside it: `walk(log, from)` and `walkBack(log, from)` for those who read every step, and
 * `branched(…)` for a log with a changed past.
 */
export class FoldedLog {
  readonly #options: FoldedLogOptions
  #records = new RecordList()
  /** Which of them count, and from where on they do not. */
  #voids = new Voids()
  readonly #fold: Fold
  #checkpoints = new Checkpoints(bytesBeyond)
  #cost: FoldCost
  #headState: StateBySlice
  /** Fold cost, and records, behind the last checkpoint. */
  #behindMs = 0
  #behindRecords = 0
  #last: Known
  /** The segment that is stepped back in, parts of it that were replayed once more, and the segment before it. */
  #replayed: readonly ReplayedStates[] = []
  #goesBack = false
  /** The last offset of a segment that was replayed ahead and has not been stepped into; −1 where there is none. */
  #aheadTo = -1
  /** The beginning of a sample of live records, and the offset at which the next one begins. */
  #sample: Known | undefined
  #sampleAt = 0
  #sampleGap = BATCH_RECORDS
  /** Bytes of the records when they were counted last. */
  #recordBytes = 0
  /** Checkpoints that were added. */
  #uncounted = 0
  #suspicions: Suspicion[] = []
  #overMemory: number | undefined
  /** Told when there is something to do in an idle moment: a checkpoint more, a chunk full, a segment replayed. */
  onDuty: (() => void) | undefined

  constructor(fold: Fold, options: Partial<FoldedLogOptions> = {}) {
    this.#options = { ...FOLDED_LOG_DEFAULTS, ...options }
    this.#fold = fold
    this.#cost = new FoldCost(this.#options.meter)
    this.#headState = fold.initial
    this.#last = { offset: -1, state: fold.initial }
  }

  get options(): FoldedLogOptions {
    return this.#options
  }

  get fold(): Fold {
    return this.#fold
  }

  get records(): RecordList {
    return this.#records
  }

  /** Oldest first. For those who look after them; a seek asks `stateAt`. */
  get checkpoints(): readonly Checkpoint[] {
    return this.#checkpoints.all
  }

  /** Offset of the newest record; −1 in an empty log. */
  get head(): number {
    return this.#records.length - 1
  }

  /** Memory of records, checkpoints and replayed states, estimated. Counts the records: O(chunks). */
  get bytes(): number {
    this.#recordBytes = this.#records.bytes
    return this.#bytes
  }

  get #bytes(): number {
    let bytes = this.#recordBytes + this.#checkpoints.bytes
    for (const replayed of this.#replayed) bytes += replayed.bytes
    return bytes
  }

  /** Adds records that were folded elsewhere, with the state after each. */
  push(records: readonly PlacedRecord[], after: readonly StateBySlice[]): void {
    for (let i = 0; i < records.length; i++) {
      const record = records[i] as PlacedRecord
      this.#records.push(record)
      this.#headState = after[i] as StateBySlice
      if (isVoid(record)) {
        this.#passedVoid(record)
        continue
      }
      if (this.head >= this.#sampleAt) this.#measureLive()
      this.#passed(1, this.#cost.msPerRecord)
    }
  }

  /** Adds records and folds them. Gives the state after the last. */
  pushFolding(records: readonly PlacedRecord[], failed?: (failure: FoldFailure) => void): StateBySlice {
    return finish(this.folding(records, failed))
  }

  /** Adds records and folds them, batch by batch. What was added when it is abandoned stays. */
  *folding(records: readonly PlacedRecord[], failed?: (failure: FoldFailure) => void): Work<StateBySlice> {
    for (let done = 0; done < records.length; ) {
      const end = Math.min(records.length, done + this.#cost.batchRecords(this.#spacingMs))
      const measure = this.#cost.start()
      const count = end - done
      for (; done < end; done++) {
        const record = records[done] as PlacedRecord
        const undoes = isVoid(record)
        this.#headState = undoes ? this.stateWith([record]) : this.#fold.step(this.#headState, record, failed)
        this.#records.push(record)
        if (undoes) this.#passedVoid(record)
      }
      this.#suspect(end - count, end - 1, measure(count))
      // The median, not this batch: garbage collection is not the reducers' fault.
      this.#passed(count, this.#cost.msPerRecord * count)
      yield count
    }
    this.#sampleAt = this.head + 1 + this.#sampleGap
    return this.#headState
  }

  /**
   * Adds the records of a log as far as `to`, and shares their chunks. Their states are not known
   * until `folded` has said that of the head.
   */
  shareUnfolded(log: FoldedLog, to: number): void {
    const { head } = this
    this.#records = log.records.upTo(to)
    for (const offset of log.voidsIn(head + 1, to)) this.#addVoid(this.#records.at(offset) as PlacedRecord)
  }

  /** Adds records of a list at other offsets, as `shareUnfolded` does. There must be no voids among them. */
  takeUnfolded(list: RecordList, from: number, to: number): Work<void> {
    return this.#records.taking(list, from, to)
  }

  /** A state among records whose states are not known, behind the last checkpoint: `costMs` after it. */
  foldedAt(offset: number, state: StateBySlice, costMs: number): void {
    this.#keep(offset, state, costMs)
  }

  /** The state at the head, where it was not known; a checkpoint where it says how much it costs to fold from the last. */
  folded(state: StateBySlice, costMs?: number): void {
    this.#headState = state
    this.#behindRecords = this.head - this.#checkpoints.end
    this.#behindMs = this.#behindRecords * this.#cost.msPerRecord
    if (costMs !== undefined) this.#keepHead(costMs)
  }

  /** The state just after the record at `offset`, which is −1 … head. */
  stateAt(offset: number): StateBySlice {
    if (offset === this.#last.offset) return this.#last.state
    if (offset === this.head) {
      this.#last = { offset, state: this.#headState }
      return this.#headState
    }
    const backwards = this.#last.offset - offset
    this.#goesBack = backwards > 0 && backwards <= STEP_BACK_RECORDS_MAX
    if (this.#goesBack && offset <= this.#aheadTo) {
      // It was worth it: the one before may be next.
      this.#aheadTo = -1
      this.onDuty?.()
    }
    const known = this.#nearest(offset)
    const state = known.offset === offset ? known.state : this.#replay(known, offset)
    this.#last = { offset, state }
    return state
  }

  /**
   * The state after one more record, given the state before it; of a part of the fold, where that is
   * asked for. A void takes state to where it would be without the records that it names.
   */
  step(before: StateBySlice, record: PlacedRecord, fold: Fold = this.#fold): StateBySlice {
    return isVoid(record) ? this.#nearest(record.offset).state : fold.step(before, record)
  }

  /** The state if these records were the next ones; there is a void among them. */
  stateWith(tail: readonly LogRecord[], failed?: (failure: FoldFailure) => void): StateBySlice {
    const known = this.#voids.count
    const next = this.head + 1
    const offsetOf = (id: RecordId) => {
      const at = tail.findIndex((record) => record.id === id)
      return at < 0 ? this.#records.offsetOf(id) : next + at
    }
    try {
      for (const [i, record] of tail.entries())
        if (isVoid(record)) this.#voids.add(next + i, voidedIds(record).map(offsetOf))
      const { count } = this.#voids
      let state = this.#refolded(count, this.head)
      const out = this.#voids.outAfter(count)
      for (const [i, record] of tail.entries()) if (!out.has(next + i)) state = this.#fold.step(state, record, failed)
      return state
    } finally {
      while (this.#voids.count > known) this.#voids.removeLast()
    }
  }

  /** The records that a void of some others, at the head, would fold again. */
  refoldOf(offsets: readonly number[]): { readonly from: number; readonly records: number; readonly ms: number } {
    this.#voids.add(this.head + 1, offsets)
    const { offset } = this.#start(this.#voids.count, this.head)
    this.#voids.removeLast()
    const records = this.head - offset
    return { from: offset + 1, records, ms: records * this.#cost.msPerRecord }
  }

  /** The first of the records from one place to another, or before them, that a void among them takes out or brings back. */
  reachOf(from: number, to: number): number {
    let first = from
    for (let known = to + 1; first < known; ) {
      known = first
      first = Math.min(first, this.#voids.firstToggledIn(first, to))
    }
    return first
  }

  /** Whether the record at an offset counts at the head: no void names it, or none that counts. */
  counts(offset: number): boolean {
    return this.#voids.counts(offset)
  }

  /** Offset of the oldest void from a place on. */
  voidFrom(offset: number): number | undefined {
    return this.#voids.from(offset)
  }

  /** Offsets of the voids from one place to another, both included. */
  voidsIn(from: number, to: number): readonly number[] {
    return this.#voids.between(from, to)
  }

  /** The newest record whose time is not later than `time`; −1 where all are later. */
  offsetAt(time: number): number {
    return this.#records.offsetAt(time)
  }

  /**
   * Takes the records of a list that it has not got yet, and folds them: those that come to the
   * list meanwhile as well. The list stays as it is, and its chunks are shared. So is a log folded
   * by other reducers, behind the scenes: `new FoldedLog(fold, log.options).following(log.records)`.
   */
  *following(list: RecordList, failed?: (failure: FoldFailure) => void): Work<FoldedLog> {
    const recordAt = recordReader(list)
    while (this.head < list.length - 1) {
      const from = this.head + 1
      const end = Math.min(list.length, from + this.#cost.batchRecords(this.#spacingMs))
      const first = recordAt(from)
      if (isVoid(first)) {
        this.#headState = this.stateWith([first])
        this.#records = list.upTo(from)
        this.#passedVoid(first)
        yield 1
        continue
      }
      const measure = this.#cost.start()
      let next = from
      for (let record = first; next < end && !isVoid(record); record = next < end ? recordAt(next) : record) {
        this.#headState = this.#fold.step(this.#headState, record, failed)
        next++
      }
      this.#suspect(from, next - 1, measure(next - from))
      this.#records = list.upTo(next - 1)
      this.#passed(next - from, this.#cost.msPerRecord * (next - from))
      yield next - from
    }
    this.#sampleAt = this.head + this.#sampleGap
    return this
  }

  /** A log that shares the records up to `offset`, and their checkpoints. */
  branch(offset: number): FoldedLog {
    const branch = new FoldedLog(this.#fold, this.#options)
    branch.#headState = this.stateAt(offset)
    branch.#records = this.#records.upTo(offset)
    branch.#voids = this.#voids.upTo(offset)
    branch.#checkpoints = this.#checkpoints.upTo(offset)
    branch.#cost = this.#cost.copy()
    branch.#behindRecords = offset - branch.#checkpoints.end
    branch.#behindMs = branch.#behindRecords * branch.#cost.msPerRecord
    branch.#last = { offset, state: branch.#headState }
    branch.#sampleAt = offset + 1
    return branch
  }

  /**
   * Replays the segment before the one that is being stepped back in, so that the step into it
   * folds nothing. For idle moments; without them the step folds it. `undefined` where there is
   * nothing of the kind.
   */
  replayAhead(): Work<void> | undefined {
    const here = this.#replayedAround(this.#last.offset).at(-1)
    if (!this.#goesBack || !here || here.from <= 0) return undefined
    const to = here.from - 1
    if (this.#replayedAround(to).length > 0) return undefined
    const isLoaded = this.#records.has(this.checkpointBefore(to).offset + 1, to)
    return isLoaded ? this.#replayAhead(to) : undefined
  }

  *#replayAhead(to: number): Work<void> {
    const { offset: begun } = this.#last
    const replayed = this.#replayed
    const ahead = this.#keeping(this.checkpointBefore(to))
    let { state } = this.checkpointBefore(to)
    const recordAt = recordReader(this.#records)
    for (let offset = ahead.from; offset < to; ) {
      const end = Math.min(to, offset + this.#cost.batchRecords(this.#spacingMs))
      const measure = this.#cost.start()
      const count = end - offset
      while (offset < end) {
        state = this.step(state, recordAt(++offset))
        ahead.add(state)
      }
      measure(count)
      if (offset < to) yield count
      // Somebody has gone elsewhere, or other reducers have come.
      if (this.#replayed !== replayed) return
    }
    this.#replayed = [...this.#replayedAround(begun), ahead]
    this.#aheadTo = to
  }

  /** A batch that took longer than a seek may, to be looked at in an idle moment. */
  takeSuspicion(): Suspicion | undefined {
    return this.#suspicions.shift()
  }

  /** The fold cost of the longest segment, once thinning has made one that is longer than the seek budget. Told once. */
  takeOverMemory(): number | undefined {
    const longestMs = this.#overMemory
    if (longestMs !== undefined) this.#overMemory = Number.NaN
    return Number.isNaN(longestMs) ? undefined : longestMs
  }

  /** Puts the state of a refold in the place of a checkpoint that differs from it. */
  rebuild(offset: number, state: StateBySlice): void {
    this.#checkpoints.replace(offset, state)
    this.#replayed = []
    if (this.#last.offset !== this.head) this.#last = { offset: this.head, state: this.#headState }
  }

  /** The newest checkpoint at or before `offset`, or the place before the first record. */
  checkpointBefore(offset: number): Known {
    return this.#checkpoints.before(offset) ?? { offset: -1, state: this.#fold.initial }
  }

  /** The oldest checkpoint after `offset`. */
  checkpointAfter(offset: number): Checkpoint | undefined {
    return this.#checkpoints.after(offset)
  }

  /** The records that a seek to `offset` would fold, both included; `undefined` where it folds none. */
  replayOf(offset: number): OffsetRange | undefined {
    if (offset === this.#last.offset || offset === this.head) return undefined
    const undone = this.#voids.before(offset)
    const nearest = this.#known(offset)
    const { offset: known } = nearest.offset >= undone ? nearest : this.#start(this.#voids.countUpTo(undone), undone)
    return known === offset ? undefined : { from: known + 1, to: offset }
  }

  get #spacingMs(): number {
    return this.#options.seekBudgetMs / SEGMENTS_PER_SEEK
  }

  /** The nearest state at or before `offset` from which the records to there are folded one after the other: behind any void. */
  #nearest(offset: number): Known {
    const known = this.#known(offset)
    const undone = this.#voids.before(offset)
    if (known.offset >= undone) return known
    const state = this.#refolded(this.#voids.countUpTo(undone), undone)
    const hasRoom = this.#bytes < this.#options.memoryBytesMax * DENSIFY_BELOW
    if (hasRoom && undone < this.#checkpoints.end) this.#checkpoints.insert(undone, state, 0)
    return { offset: undone, state }
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
      const begin = this.#voids.offsetOf(number - 1)
      const known = this.#known(Math.min(end, toggled.first - 1))
      if (known.offset >= begin) return known
      toggled.toggle(this.#voids.toggledBy(number - 1))
      end = Math.min(end, begin - 1)
    }
    return this.#known(Math.min(end, toggled.first - 1))
  }

  /** The state at `to` with the records left out that do not count behind so many voids. */
  #refolded(count: number, to: number): StateBySlice {
    let { offset, state } = this.#start(count, to)
    const out = this.#voids.outAfter(count)
    const recordAt = recordReader(this.#records)
    while (offset < to) if (!out.has(++offset)) state = this.#fold.step(state, recordAt(offset))
    return state
  }

  /** The nearest state that is known at or before `offset`. */
  #known(offset: number): Known {
    let known: Known = this.checkpointBefore(offset)
    for (const replayed of this.#replayed) {
      const near = replayed.near(offset)
      if (near && near.offset > known.offset) known = near
    }
    if (this.#last.offset <= offset && this.#last.offset > known.offset) known = this.#last
    if (this.head === offset && known.offset < offset) known = { offset, state: this.#headState }
    return known
  }

  /** Replayed stretches that hold a place, from the one that begins nearest to it. */
  #replayedAround(offset: number): ReplayedStates[] {
    return this.#replayed.filter((each) => each.near(offset)).sort((a, b) => b.from - a.from)
  }

  #keeping({ offset, state }: Known): ReplayedStates {
    const bytesMax = Math.min(REPLAYED_BYTES_MAX, this.#options.memoryBytesMax / 16)
    return new ReplayedStates(offset, state, { bytesMax, bytesBeyond })
  }

  /** Folds on. Whoever steps back once will do it again: the states of the segment are then kept. */
  #replay(known: Known, to: number): StateBySlice {
    const keeping = this.#goesBack ? this.#keeping(known) : undefined
    const passed: { readonly offset: number; readonly state: StateBySlice; readonly ms: number }[] = []
    const recordAt = recordReader(this.#records)
    let { offset, state } = known
    let ms = 0
    while (offset < to) {
      const end = Math.min(to, offset + this.#cost.batchRecords(this.#spacingMs))
      const measure = this.#cost.start()
      const count = end - offset
      while (offset < end) {
        state = this.#fold.step(state, recordAt(++offset))
        keeping?.add(state)
      }
      const batchMs = measure(count)
      ms += batchMs
      this.#suspect(end - count + 1, end, batchMs)
      passed.push({ offset, state, ms })
    }
    if (keeping) {
      this.#replayed = [keeping, ...this.#replayedAround(to)].slice(0, REPLAYED_MAX)
      this.onDuty?.()
    }
    if (ms > this.#options.seekBudgetMs) this.#densify(known, passed)
    return state
  }

  /** A replay took longer than a seek may: keeps states inside the segment, if there is memory for them. */
  #densify(from: Known, passed: readonly { offset: number; state: StateBySlice; ms: number }[]): void {
    let beforeMs = from.offset === this.checkpointBefore(from.offset).offset ? 0 : -this.#spacingMs
    for (const { offset, state, ms } of passed) {
      if (ms - beforeMs < this.#spacingMs || offset === this.head) continue
      if (this.#bytes > this.#options.memoryBytesMax * DENSIFY_BELOW) return
      this.#checkpoints.insert(offset, state, ms - beforeMs)
      beforeMs = ms
    }
  }

  /** Records were added at the head: keeps the state there where the last checkpoint is far enough behind. */
  #passed(records: number, ms: number): void {
    this.#behindMs += ms
    this.#behindRecords += records
    if (this.#behindMs >= this.#spacingMs * ROUNDED || this.#behindRecords >= SPACING_RECORDS_MAX)
      this.#keepHead(this.#behindMs)
  }

  /** A void was added at the head. A checkpoint at each: a replay never begins before one. */
  #passedVoid(record: PlacedRecord): void {
    this.#addVoid(record)
    this.#keepHead(this.#behindMs + this.#cost.msPerRecord)
  }

  #addVoid(record: PlacedRecord): void {
    this.#voids.add(
      record.offset,
      voidedIds(record).map((id) => this.#records.offsetOf(id)),
    )
  }

  #keepHead(costMs: number): void {
    this.#behindMs = 0
    this.#behindRecords = 0
    this.#keep(this.head, this.#headState, costMs)
  }

  #keep(offset: number, state: StateBySlice, costMs: number): void {
    this.#checkpoints.add(offset, state, costMs)
    if (this.#uncounted++ % COUNTED_EVERY === 0) this.#recordBytes = this.#records.bytes
    this.#thin()
    this.onDuty?.()
  }

  #thin(): void {
    while (this.#bytes > this.#options.memoryBytesMax) {
      if (this.#replayed.length > 0) {
        this.#replayed = []
        continue
      }
      const longestMs = this.#checkpoints.thinOne(this.#spacingMs)
      if (longestMs === undefined) {
        this.#overMemory ??= Number.POSITIVE_INFINITY
        return
      }
      if (longestMs > this.#options.seekBudgetMs) this.#overMemory ??= longestMs
    }
  }

  /**
   * What live records cost. One at a time is too little for a clock, so now and then a batch of
   * them is folded once more, after the dispatch that completes it: the first 64, then ever more
   * seldom, down to one batch in 4,096 records.
   */
  #measureLive(): void {
    const sample = this.#sample
    if (!sample) {
      this.#sample = { offset: this.head, state: this.#headState }
      this.#sampleAt = this.head + this.#cost.batchRecords(this.#spacingMs)
      return
    }
    const measure = this.#cost.start()
    const recordAt = recordReader(this.#records)
    let { state } = sample
    for (let offset = sample.offset + 1; offset <= this.head; offset++) state = this.#fold.step(state, recordAt(offset))
    const count = this.head - sample.offset
    this.#suspect(sample.offset + 1, this.head, measure(count))
    this.#sample = undefined
    this.#sampleAt = this.head + this.#sampleGap
    this.#sampleGap = Math.min(SAMPLE_GAP_MAX, this.#sampleGap * 2)
  }

  #suspect(from: number, to: number, ms: number): void {
    if (ms <= this.#options.seekBudgetMs || this.#suspicions.length === SUSPICIONS_MAX) return
    this.#suspicions.push({ from, to })
    this.onDuty?.()
  }
}

export const FOLDED_LOG_DEFAULTS: FoldedLogOptions = {
  meter: clockMeter,
  seekBudgetMs: 8,
  memoryBytesMax: 268_435_456,
}
const SEGMENTS_PER_SEEK = 4
/** However cheap the reducers seem: a clock may be too coarse to see them, and records must be unpacked. */
const SPACING_RECORDS_MAX = 4_096
/** Whoever goes back by so much at once is stepping, and the states between are kept. */
const STEP_BACK_RECORDS_MAX = 64
/** A segment of large states is kept in parts: all of it coarsely, a part of it finely. */
const REPLAYED_MAX = 4
/** Of the states of one replayed segment. */
const REPLAYED_BYTES_MAX = 33_554_432
const SAMPLE_GAP_MAX = 4_096
/** Sums of fractions come a little short. */
const ROUNDED = 0.999
/** Checkpoints after which the records are counted again. */
const COUNTED_EVERY = 4
/** Checkpoints inside a segment are kept only where thinning would not take them away at once. */
const DENSIFY_BELOW = 0.9
const SUSPICIONS_MAX = 4
