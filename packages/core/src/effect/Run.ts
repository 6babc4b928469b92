import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { RecordId } from '../log/RecordId.ts'
import type { FamilyKey } from '../selector/createSelectorFamily.ts'

/**
 * How a run stands.
 *
 * ```
 *   waiting ──► running ──► done | failed
 *      │           └──────► cancelled | superseded
 *      └──► cancelled                                  ignored: never ran
 * ```
 */
export type RunStatus =
  /** Behind another run of its key (`concat`). */
  | 'waiting'
  | 'running'
  | 'done'
  | 'failed'
  /** Stopped by a record of `cancelOn`; by nobody where the effect was removed or the store closed. */
  | 'cancelled'
  /** Stopped by a newer record (`switch`). */
  | 'superseded'
  /** Never ran, because another run of its key was on (`exhaust`). */
  | 'ignored'

/** One execution of an effect for one record, as it stood when it was asked for. */
export interface Run {
  /** Counts from 0 in each store. Records that it sent have it in `record.effect.run`. */
  readonly run: number
  readonly effect: string
  readonly key?: FamilyKey
  /** The record that asked for it. Absent for an effect in free form, which runs for all. */
  readonly record?: Pick<LogRecord, 'id' | 'type'>
  readonly status: RunStatus
  /** Started again after a reload. */
  readonly resumed: boolean
  /** Milliseconds by the store's scheduler, like all times here. For one that waits, since when it does. */
  readonly startedAt: number
  readonly endedAt?: number
  /** From start to end; absent while it is on. */
  readonly durationMs?: number
  /** How many records it sent, and the ids of the newest 100. */
  readonly emissions: number
  readonly emitted: readonly RecordId[]
  /** What it sent after it had ended. None of it was dispatched. */
  readonly dropped: number
  /** The record that cancelled or superseded it, or because of whose run it was ignored. */
  readonly endedBy?: Pick<LogRecord, 'id' | 'type'>
  /** Why it failed. `cause` is what was thrown. */
  readonly error?: PlayheadError
}

/** Something that happened to a run. */
export interface RunChange {
  readonly kind: 'waiting' | 'started' | 'emitted' | 'dropped' | Exclude<RunStatus, 'waiting' | 'running'>
  readonly run: Run
  /** The record that was sent, with `emitted`. */
  readonly record?: RecordId
}
