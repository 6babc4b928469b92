import type { ActionInfo } from '../action/ActionInfo.ts'
import { definedTypes, infoOf } from '../action/registry.ts'
import type { StandardSchema } from '../action/StandardSchema.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { OffsetRange, RecordRun } from '../log/RecordList.ts'
import type { AnySlice } from '../slice/Slice.ts'
import type { Store } from '../store/Store.ts'
import { partsOf } from '../store/storeParts.ts'
import { topicOf } from '../topic/topicOf.ts'
import { voided } from '../undo/voided.ts'
import { Listeners } from './Listeners.ts'

/** What a record is routed by. */
type Routed = Pick<LogRecord, 'type' | 'payload'>

/** The records of a store, for those who walk many. */
export interface RecordSource {
  /** Offset of the newest; −1 in an empty log. */
  readonly head: number
  /**
   * Consecutive records, that at `offset` among them: the cheapest way to walk many. `undefined`
   * beyond the log, and where they are in the durable log only: `store.load` brings them.
   */
  around(offset: number): RecordRun | undefined
  /** Recorded time. Known of every record, whether or not it is in memory. */
  timeAt(offset: number): number
  /** The newest record whose time is not later; −1 where all are later. */
  offsetAt(time: number): number
}

/** What a store is made of, and how it stands. Reads what is there now; nothing is subscribed to. */
export interface StoreInspection {
  readonly records: RecordSource
  readonly slices: readonly AnySlice[]
  /** Names of the slices, in the order of state, and of the effects. */
  readonly sliceNames: readonly string[]
  readonly effectNames: readonly string[]
  /** The slices that a record is folded by. */
  slicesOf(record: Routed): readonly string[]
  /** A record's topic; `undefined` where its action cannot make it. */
  topicOf(record: Routed): string | undefined
  /** Whether topics of this type are made of payloads. */
  hasOwnTopics(type: string): boolean
  /** Whether an action defines a type, or a slice folds it. */
  knows(type: string): boolean
  /** Types of all actions that the program has defined, and may dispatch. */
  definedTypes(): readonly string[]
  /** Version of the payload's shape that this program knows. */
  versionOf(type: string): number | undefined
  schemaOf(type: string): StandardSchema | undefined
  /** Paths that its definition keeps out of session files. */
  redactionsOf(type: string): readonly string[]
  /** The records that are read to know the state at a place, for `store.load`. */
  replayOf(place: number): OffsetRange
  /** Where a range that is exported begins: at or before `from`, where something in it undoes what is before it. */
  reachOf(from: number, to: number): number
  /** Memory of records, checkpoints and replayed states, estimated. */
  readonly bytes: number
  readonly checkpoints: number
  /** What it costs to fold from each checkpoint to the next, in milliseconds. */
  readonly segmentsMs: readonly number[]
  /** Whether records survive the page. */
  readonly isDurable: boolean
}

/** @throws PlayheadError `store/not-a-store` */
export function inspectStore(store: Store): StoreInspection {
  const parts = partsOf(store)
  const listeners = new Listeners(parts)
  const definitionOf = (type: string): ActionInfo | undefined => parts.fold().infos.get(type) ?? infoOf(type)
  return {
    records: {
      get head() {
        return parts.log().head
      },
      around: (offset) => parts.log().records.around(offset),
      timeAt: (offset) => parts.log().records.timeAt(offset),
      offsetAt: (time) => parts.log().records.offsetAt(time),
    },
    get slices() {
      return parts.slices()
    },
    get sliceNames() {
      return Object.keys(parts.fold().initial)
    },
    get effectNames() {
      return parts.effects().map(({ name }) => name)
    },
    slicesOf: (record) => listeners.of(record),
    topicOf(record) {
      try {
        return topicOf(record, definitionOf(record.type))
      } catch {
        // A record of others: the store has said so.
        return undefined
      }
    },
    hasOwnTopics: (type) => definitionOf(type)?.topic !== undefined,
    knows: (type) => definitionOf(type) !== undefined || parts.fold().folds(type),
    definedTypes: () => definedTypes().filter((type) => type !== voided.type),
    versionOf: (type) => definitionOf(type)?.version,
    schemaOf: (type) => definitionOf(type)?.schema,
    redactionsOf: (type) => definitionOf(type)?.redact ?? [],
    replayOf: (place) => parts.log().replayOf(place) ?? { from: place, to: place },
    reachOf: (from, to) => parts.log().reachOf(from, to),
    get bytes() {
      return parts.log().bytes
    },
    get checkpoints() {
      return parts.log().checkpoints.length
    },
    get segmentsMs() {
      return parts.log().checkpoints.map(({ costMs }) => costMs)
    },
    isDurable: parts.isDurable,
  }
}
