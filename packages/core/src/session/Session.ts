import type { Run } from '../effect/Run.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import type { ImportReport } from './ImportReport.ts'

/** The form of the file. A reader refuses what is newer than it knows, and says so. */
export const SESSION_FORMAT = 1

/** What the first line of a session file says. */
export interface SessionHeader {
  /** Version of the file's form: 1. */
  readonly format: number
  /** What made the log, as `exportSession` was told. */
  readonly app: string | undefined
  /** The build that made it. */
  readonly build: string | undefined
  /** Offset of the first record. */
  readonly from: number
  /** Offset of the last record; `from − 1` where there is none. */
  readonly to: number
  /** Version of the payload's shape, by action type. */
  readonly types: ReadonlyMap<string, number>
  /** State just before the first record, by slice. Absent where the log is whole. */
  readonly checkpoint: { readonly [slice: string]: unknown } | undefined
  /** Runs of effects, as the store kept them, oldest first. */
  readonly runs: readonly SessionRun[]
  /** What was taken out before the records left, by action type. Empty where nothing was. */
  readonly redacted: ReadonlyMap<string, readonly string[]>
  /** State just after the last record. */
  readonly hash: SessionHash | undefined
}

/** A run of an effect, in plain data. What it threw is its code and message. */
export interface SessionRun extends Omit<Run, 'error'> {
  readonly error?: { readonly code: string; readonly message: string }
}

/** Hashes of the state at the end of a session. */
export interface SessionHash {
  /** `redacted` where it is the fold of the records as they stand in the file, and not of the original log. */
  readonly of: 'log' | 'redacted'
  /** Of the whole state, as `stateHash` gives it. */
  readonly state: string
  /** Of each slice, so that a difference can be named. */
  readonly slices: ReadonlyMap<string, string>
}

/** A session file that was read. */
export interface Session {
  /** `undefined` where the file has none that could be read. */
  readonly header: SessionHeader | undefined
  /** What could be read, with the offsets of the file: growing, with gaps where lines were refused. */
  readonly records: readonly PlacedRecord[]
  readonly report: ImportReport
}

/** A problem of a session file, with the line, counted from 1. */
export interface SessionProblem {
  readonly line: number
  readonly error: PlayheadError
}
