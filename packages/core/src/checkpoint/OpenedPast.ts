import { nameOfToday } from '../action/registry.ts'
import { FoldedLog } from '../fold/FoldedLog.ts'
import type { CheckpointedLog, OpenedLog } from '../log/CheckpointedLog.ts'
import type { StoredReader } from '../log/Chunk.ts'
import type { CheckpointedStore, Opening } from '../log/LogCheckpoints.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { isNotLoaded } from '../log/notLoaded.ts'
import { RecordList } from '../log/RecordList.ts'
import type { Waiting } from '../work/Waiting.ts'
import { settle, waitFor } from '../work/Waiting.ts'
import type { Work } from '../work/Work.ts'
import type { RestoredCheckpoint } from './readCheckpoint.ts'

export interface OpenedPastParts {
  readonly store: CheckpointedStore
  readonly log: CheckpointedLog
  /** The checkpoint is not one of this log. */
  ignore(thrown: unknown): void
  /** The newest checkpoint up to an offset that can be read. */
  earlier(offset: number): Waiting<RestoredCheckpoint | undefined>
}

/** What a log has handed over, and the checkpoint from which it is folded. */
export class OpenedPast implements Opening {
  readonly #parts: OpenedPastParts
  readonly #restored: RestoredCheckpoint | undefined
  /** Records that are in their places, and those that come behind them. */
  readonly #list: RecordList
  readonly #rest: readonly PlacedRecord[]
  #log: FoldedLog | undefined

  private constructor(
    parts: OpenedPastParts,
    restored: RestoredCheckpoint | undefined,
    list: RecordList,
    rest: readonly PlacedRecord[],
  ) {
    this.#parts = parts
    this.#restored = restored
    this.#list = list
    this.#rest = rest
  }

  /** Where the checkpoint turns out to be none of this log, it is done without. */
  static *of(
    { segments = [], records }: OpenedLog,
    restored: RestoredCheckpoint | undefined,
    parts: OpenedPastParts,
  ): Waiting<OpenedPast> {
    const { upToDate } = parts.store
    const stored: StoredReader = { upToDate, typeOf: nameOfToday }
    const list = new RecordList()
    for (const segment of segments) list.pushPacked(segment, stored)
    if (!restored) return new OpenedPast(parts, undefined, list, records)
    try {
      const there = list.at(restored.offset) ?? records.find(({ offset }) => offset === restored.offset)
      if (there?.id !== restored.id) throw new Error('the record at its offset is another one')
      const isWhole = (records[0]?.offset ?? list.length) <= list.length
      if (isWhole) return new OpenedPast(parts, restored, list, records)
      const rest = records.filter(({ offset }) => offset > restored.offset)
      return new OpenedPast(parts, restored, restored.outlines(), rest)
    } catch (thrown) {
      parts.ignore(thrown)
      const first = records[0]?.offset ?? 0
      const before = first > list.length ? yield* waitFor(parts.log.read?.(list.length, first - 1) ?? []) : []
      return new OpenedPast(parts, undefined, list, [...before, ...records])
    }
  }

  get total(): number {
    return this.#list.length + this.#rest.length - 1 - (this.#restored?.offset ?? -1)
  }

  *fold(): Work<FoldedLog> {
    const { store } = this.#parts
    const { fold, budgets, upToDate } = store
    const list = this.#list
    if (!this.#restored && list.length === 0) {
      const log = new FoldedLog(fold, budgets)
      for (const batch of batches(this.#rest)) yield* log.folding(upToDate(batch))
      return log
    }
    if (!this.#log) {
      for (const batch of batches(this.#rest)) for (const record of upToDate(batch)) list.push(record)
      this.#log = this.#begun()
    }
    return yield* this.#log.following(list)
  }

  #begun(): FoldedLog {
    const { fold, budgets } = this.#parts.store
    if (!this.#restored) return new FoldedLog(fold, budgets)
    const { offset, state, voids } = this.#restored
    return FoldedLog.restored(fold, budgets, { records: this.#list.upTo(offset), state, voids })
  }

  /**
   * Something behind the checkpoint undoes what is before it: goes back to the checkpoint before, with
   * the records from there on, and further where that is not far enough.
   */
  recover(thrown: unknown): Promise<void> | undefined {
    const log = this.#log
    const missing = log?.records.missing(0, log.head).at(-1)
    return isNotLoaded(thrown) && log && missing ? this.#goBack(log, missing.to) : undefined
  }

  async #goBack(log: FoldedLog, to: number): Promise<void> {
    const { earlier, store, log: source } = this.#parts
    const restored = await settle(earlier(to - 1))
    for (const range of log.records.missing((restored?.offset ?? -1) + 1, to)) {
      const records = store.upToDate((await source.read?.(range.from, range.to)) ?? [])
      // Each has its own chunks.
      for (const list of [log.records, this.#list]) list.fill(records)
      if (!log.records.has(range.from, range.to)) throw new Error(`the log gave no records from offset ${range.from}`)
    }
    if (restored) log.learn(restored)
  }
}

function* batches(records: readonly PlacedRecord[]): Generator<readonly PlacedRecord[], void> {
  for (let at = 0; at < records.length; at += BATCH) yield records.slice(at, at + BATCH)
}

/** Stored records that are brought up to date before they are folded. */
const BATCH = 256
