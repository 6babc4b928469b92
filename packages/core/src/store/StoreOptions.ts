import type { AnyEffect, DepsOf } from '../effect/Effect.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { SchedulerLike } from '../rx.ts'
import type { AnySlice } from '../slice/Slice.ts'
import type { Meter } from '../work/Meter.ts'
import type { Clock, Random } from './ports.ts'

/** What a dispatch does while the playhead is parked. */
export type ParkedPolicy =
  /** Appends at the head; the view stays where it is. */
  | 'append'
  /** Throws `dispatch/parked`: a past that is read-only. */
  | 'refuse'
  /** Begins a branch at the playhead and dispatches there; see `timeline.branch$`. */
  | 'fork'

/** What a store is made of. */
export interface StoreOptions<Slices extends readonly AnySlice[], Effects extends readonly AnyEffect[] = readonly []> {
  readonly slices: Slices
  readonly effects?: Effects
  /** Where records are kept. Default: a log in memory. */
  readonly log?: EventLog
  /** Default `append`. */
  readonly parked?: ParkedPolicy
  /** Who acts, stamped on records. */
  readonly actor?: string
  /** Default: `Date`, or the scheduler's own time where a scheduler is given. */
  readonly clock?: Clock
  /** For ids, and for prepared actions that ask. Default: `Math.random`. */
  readonly random?: Random
  /**
   * Port: time for `timeline.play` and for effects, and the turns in which long work and the upkeep of
   * checkpoints are done. Default: RxJS's `asyncScheduler`, and the idle moments of the page; a
   * `VirtualTimeScheduler` in tests.
   */
  readonly scheduler?: SchedulerLike
  /**
   * Port: what work costs, by which checkpoints are placed and long work is cut into slices.
   * Default: the scheduler's time where one is given, else the platform's monotonic clock; in tests,
   * one that counts records.
   */
  readonly meter?: Meter
  /**
   * Longest time that a seek is to fold, in milliseconds. Checkpoints stand a third of it apart in
   * measured fold cost, so slower reducers get denser ones. A target, not a promise: one reducer call
   * that is longer is told of (`fold/over-budget`). Default 8, half a frame.
   */
  readonly seekBudgetMs?: number
  /**
   * Memory for the log, in bytes: records, checkpoints and replayed states, estimated. To stay below
   * it, checkpoints are thinned, the oldest first: seeks far back then fold longer. Where that passes
   * `seekBudgetMs`, it is told (`fold/memory-budget`). Records themselves are never dropped for it.
   * Default 256 MiB.
   */
  readonly memoryBytesMax?: number
  /**
   * Records in memory beyond which old ones are left to a durable log alone, in idle moments and never
   * before it has called them durable. `seek`, `play`, `runUntil` and `blame` load them again; `at` and
   * `diff` throw `timeline/not-loaded` unless `store.load` was awaited. The newest two or three
   * thousand stay in any case. Default: all are in memory, packed in about 6 to 20 bytes each.
   */
  readonly recordsInMemoryMax?: number
  /**
   * Which build of the app this is, a hash or a version: another text in each build. With it, checkpoints
   * are stored in a log that keeps them, and the next opening reads the newest and the records behind it.
   * They are used by the same build only, because reducers may have changed. Leave it out where reducers
   * change and the text does not, as while developing: no checkpoint is then stored or read.
   */
  readonly build?: string
  /** Largest stored size of one payload, in bytes. Default 65,536. */
  readonly payloadBytesMax?: number
}

/** `deps` is required as soon as an effect needs something. */
export type DepsOption<Effects extends readonly AnyEffect[], Deps> =
  object extends DepsOf<Effects> ? { readonly deps?: Deps } : { readonly deps: Deps }
