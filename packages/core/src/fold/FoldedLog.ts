import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import type { OffsetRange } from '../log/RecordList.ts'
import { RecordList } from '../log/RecordList.ts'
import { recordReader } from '../log/recordReader.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { Voids } from '../undo/Voids.ts'
import { isVoid } from '../undo/voided.ts'
import { clockMeter } from '../work/clockMeter.ts'
import { finish } from '../work/finish.ts'
import type { Meter } from '../work/Meter.ts'
import type { Work } from '../work/Work.ts'
import { bytesBeyond } from './bytesBeyond.ts'
import type { Checkpoint } from './Checkpoints.ts'
import { Checkpoints } from './Checkpoints.ts'
import type { Fold, FoldFailure } from './Fold.ts'
import { FoldCost } from './FoldCost.ts'
import { LiveSample } from './LiveSample.ts'
import { LogMemory } from './LogMemory.ts'
import { ReplayedSegments } from './ReplayedSegments.ts'
import { VoidedFold } from './VoidedFold.ts'

/** What decides where checkpoints stand. */
export interface FoldedLogOptions {
  readonly meter: Meter
  /** Longest time that a seek is to fold. Checkpoints stand a third of it apart. */
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

/** What a log can begin with. */
export interface RestoredLog {
  readonly records: RecordList
  readonly state: StateBySlice
  readonly voids: readonly { readonly offset: number; readonly names: readonly number[] }[]
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
 *   ■───────────■───────────■─────×·····■──── head      ■ checkpoint, a third of the seek budget
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
  #voided: VoidedFold
  readonly #fold: Fold
  #checkpoints = new Checkpoints(bytesBeyond)
  #cost: FoldCost
  #headState: StateBySlice
  /** Fold cost, and records, behind the last checkpoint. */
  #behindMs = 0
  #behindRecords = 0
  #last: Known
  readonly #replayed: ReplayedSegments
  readonly #sample = new LiveSample()
  #suspicions: Suspicion[] = []
  readonly #memory: LogMemory
  /** Told when there is something to do in an idle moment: a checkpoint more, a chunk full, a segment replayed. */
  onDuty: (() => void) | undefined

  constructor(fold: Fold, options: Partial<FoldedLogOptions> = {}) {
    this.#options = { ...FOLDED_LOG_DEFAULTS, ...options }
    this.#fold = fold
    this.#cost = new FoldCost(this.#options.meter)
    this.#headState = fold.initial
    this.#last = { offset: -1, state: fold.initial }
    const { memoryBytesMax, seekBudgetMs } = this.#options
    this.#replayed = new ReplayedSegments(memoryBytesMax)
    this.#memory = new LogMemory({
      records: () => this.#records,
      checkpoints: () => this.#checkpoints,
      replayed: this.#replayed,
      bytesMax: memoryBytesMax,
      seekBudgetMs,
      spacingMs: this.#spacingMs,
    })
    this.#voided = this.#withVoids()
  }

  /**
   * A log that begins at a stored checkpoint: with the records up to there, which need not be in
   * memory, the state behind them, and the voids among them.
   */
  static restored(fold: Fold, options: Partial<FoldedLogOptions>, { records, state, voids }: RestoredLog): FoldedLog {
    const log = new FoldedLog(fold, options)
    log.#records = records
    log.#headState = state
    for (const { offset, names } of voids) log.#voided.voids.add(offset, names)
    log.#keepHead(log.#cost.msPerRecord * records.length)
    log.#last = { offset: log.head, state }
    log.#sample.skipTo(log.head + 1)
    return log
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
    return this.#memory.count()
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
      if (this.head >= this.#sample.at) this.#measureLive()
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
    this.#sample.skipTo(this.head + 1)
    return this.#headState
  }

  /**
   * Adds the records of a log as far as `to`, and shares their chunks. Their states are not known
   * until `folded` has said that of the head.
   */
  shareUnfolded(log: FoldedLog, to: number): void {
    const { head } = this
    this.#records = log.records.upTo(to)
    for (const { offset, names } of log.voids.list(head + 1, to)) this.#voided.voids.add(offset, names)
  }

  /** Adds records of a list at other offsets, as `shareUnfolded` does. There must be no voids among them. */
  takeUnfolded(list: RecordList, from: number, to: number): Work<void> {
    return this.#records.taking(list, from, to)
  }

  /**
   * A state among records whose states are not known, behind the last checkpoint: `costMs` after it. It
   * takes about as much memory as the checkpoint of another log that it stands for.
   */
  foldedAt(offset: number, state: StateBySlice, { costMs, bytes }: Pick<Checkpoint, 'costMs' | 'bytes'>): void {
    this.#keep(offset, state, costMs, bytes)
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
    if (this.#replayed.goes(this.#last.offset, offset)) this.onDuty?.()
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
    return this.#voided.stateWith(tail, failed)
  }

  /** The records that a void of some others, at the head, would fold again. */
  refoldOf(offsets: readonly number[]): { readonly from: number; readonly records: number; readonly ms: number } {
    const { offset } = this.#voided.startWithout(offsets, this.head)
    const records = this.head - offset
    return { from: offset + 1, records, ms: records * this.#cost.msPerRecord }
  }

  /** The first of the records from one place to another, or before them, that a void among them takes out or brings back. */
  reachOf(from: number, to: number): number {
    return this.#voided.reachOf(from, to)
  }

  /** Which records count, and the offsets of those that say so. */
  get voids(): Pick<Voids, 'counts' | 'from' | 'between' | 'list'> {
    return this.#voided.voids
  }

  /** The newest record whose time is not later than `time`; −1 where all are later. */
  offsetAt(time: number): number {
    return this.#records.offsetAt(time)
  }

  /**
   * Takes the records of a list that it has not got yet, and folds them: those that come to the
   * list meanwhile as well. The list stays as it is, and its chunks are shared. So is a log folded
   * by other reducers, behind the scenes: `new FoldedLog(fold, log.options).following(log.records)`.
   * It ends where records are not in memory.
   */
  *following(list: RecordList, failed?: (failure: FoldFailure) => void): Work<FoldedLog> {
    const recordAt = recordReader(list)
    while (this.head < list.length - 1) {
      const from = this.head + 1
      const end = Math.min(list.length, from + this.#cost.batchRecords(this.#spacingMs))
      if (!list.has(from, end - 1)) break
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
    this.#sample.skipTo(this.head)
    return this
  }

  /** A log that shares the records up to `offset`, and their checkpoints. */
  branch(offset: number): FoldedLog {
    const branch = new FoldedLog(this.#fold, this.#options)
    branch.#headState = this.stateAt(offset)
    branch.#records = this.#records.upTo(offset)
    branch.#voided = branch.#withVoids(this.#voided.voids.upTo(offset))
    branch.#checkpoints = this.#checkpoints.upTo(offset)
    branch.#cost = this.#cost.copy()
    branch.#behindRecords = offset - branch.#checkpoints.end
    branch.#behindMs = branch.#behindRecords * branch.#cost.msPerRecord
    branch.#last = { offset, state: branch.#headState }
    branch.#sample.at = offset + 1
    return branch
  }

  /**
   * Replays the segment before the one that is being stepped back in, so that the step into it
   * folds nothing. For idle moments; without them the step folds it. `undefined` where there is
   * nothing of the kind.
   */
  replayAhead(): Work<void> | undefined {
    const to = this.#replayed.placeAhead(this.#last.offset)
    if (to === undefined) return undefined
    const isLoaded = this.#records.has(this.checkpointBefore(to).offset + 1, to)
    return isLoaded ? this.#replayAhead(to) : undefined
  }

  *#replayAhead(to: number): Work<void> {
    const { offset: begun } = this.#last
    const { version } = this.#replayed
    const ahead = this.#replayed.from(this.checkpointBefore(to))
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
      if (this.#replayed.version !== version) return
    }
    this.#replayed.keepAhead(ahead, begun, to)
  }

  /** A state that was stored: replays to places behind it begin there. */
  learn({ offset, state }: Known): void {
    const costMs = (offset - this.checkpointBefore(offset).offset) * this.#cost.msPerRecord
    if (offset < this.#checkpoints.end) this.#checkpoints.insert(offset, state, costMs)
  }

  /** The state at the head. */
  get newest(): Known {
    return { offset: this.head, state: this.#headState }
  }

  /** What a record costs to fold, in milliseconds. */
  get msPerRecord(): number {
    return this.#cost.msPerRecord
  }

  /** A batch that took longer than a seek may, to be looked at in an idle moment. */
  takeSuspicion(): Suspicion | undefined {
    return this.#suspicions.shift()
  }

  /** The fold cost of the longest segment, once thinning has made one that is longer than the seek budget. Told once. */
  takeOverMemory(): number | undefined {
    return this.#memory.takeOver()
  }

  /** Puts the state of a refold in the place of a checkpoint that differs from it. */
  rebuild(offset: number, state: StateBySlice): void {
    this.#checkpoints.replace(offset, state)
    this.#replayed.clear()
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
    const undone = this.#voided.voids.before(offset)
    const nearest = this.#known(offset)
    const { offset: known } = nearest.offset >= undone ? nearest : this.#voided.startOf(undone)
    return known === offset ? undefined : { from: known + 1, to: offset }
  }

  get #spacingMs(): number {
    return this.#options.seekBudgetMs / SEGMENTS_PER_SEEK
  }

  /** The nearest state at or before `offset` from which the records to there are folded one after the other: behind any void. */
  #nearest(offset: number): Known {
    const known = this.#known(offset)
    const undone = this.#voided.voids.before(offset)
    if (known.offset >= undone) return known
    const state = this.#voided.stateAt(undone)
    if (this.#memory.hasRoom && undone < this.#checkpoints.end) this.#checkpoints.insert(undone, state, 0)
    return { offset: undone, state }
  }

  /** The nearest state that is known at or before `offset`. */
  #known(offset: number): Known {
    let known = this.#replayed.near(offset, this.checkpointBefore(offset))
    if (this.#last.offset <= offset && this.#last.offset > known.offset) known = this.#last
    if (this.head === offset && known.offset < offset) known = { offset, state: this.#headState }
    return known
  }

  #withVoids(voids?: Voids): VoidedFold {
    return new VoidedFold(
      { fold: this.#fold, records: () => this.#records, known: (offset) => this.#known(offset) },
      voids,
    )
  }

  /** Folds on. */
  #replay(known: Known, to: number): StateBySlice {
    const keeping = this.#replayed.goesBack ? this.#replayed.from(known) : undefined
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
      this.#replayed.keep(keeping, to)
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
      if (!this.#memory.hasRoom) return
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
    this.#voided.add(record)
    this.#keepHead(this.#behindMs + this.#cost.msPerRecord)
  }

  #keepHead(costMs: number): void {
    this.#behindMs = 0
    this.#behindRecords = 0
    this.#keep(this.head, this.#headState, costMs)
  }

  #keep(offset: number, state: StateBySlice, costMs: number, bytes?: number): void {
    this.#checkpoints.add(offset, state, costMs, bytes)
    this.#memory.added()
    this.onDuty?.()
  }

  #measureLive(): void {
    const begun = this.#sample.reached(this.head, this.#headState, this.#cost.batchRecords(this.#spacingMs))
    if (!begun) return
    const measure = this.#cost.start()
    const recordAt = recordReader(this.#records)
    let { state } = begun
    for (let offset = begun.offset + 1; offset <= this.head; offset++) state = this.#fold.step(state, recordAt(offset))
    this.#suspect(begun.offset + 1, this.head, measure(this.head - begun.offset))
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
const SEGMENTS_PER_SEEK = 3
/** However cheap the reducers seem: a clock may be too coarse to see them, and records must be unpacked. */
const SPACING_RECORDS_MAX = 4_096
/** Sums of fractions come a little short. */
const ROUNDED = 0.999
const SUSPICIONS_MAX = 4
