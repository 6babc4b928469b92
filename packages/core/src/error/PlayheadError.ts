import type { LogRecord } from '../log/LogRecord.ts'

/** `area/name`. Stable: it is safe to compare with, and names a page under docs/errors. */
export type ErrorCode = `${string}/${string}`

/** What a {@link PlayheadError} is made of. */
export interface PlayheadErrorOptions {
  readonly code: ErrorCode
  /** What happened, with the values, why, and what to do. The code is appended. */
  readonly message: string
  /** A `warning` is advice of a development check: nothing has failed. Default `error`. */
  readonly severity?: 'error' | 'warning'
  /** The record that was being handled. */
  readonly record?: LogRecord | undefined
  /** What was thrown underneath. */
  readonly cause?: unknown
}

/**
 * Everything that Playhead throws or reports. The message ends with the code, and the code
 * has a page in docs/errors that says what happened, why, and what to do.
 */
export class PlayheadError extends Error {
  readonly code: ErrorCode
  /** `warning` for what a development check advises, `error` for all else. */
  readonly severity: 'error' | 'warning'
  readonly record?: LogRecord

  constructor({ code, message, severity = 'error', record, cause }: PlayheadErrorOptions) {
    super(`${message} (${code})`, cause === undefined ? undefined : { cause })
    this.name = 'PlayheadError'
    this.code = code
    this.severity = severity
    if (record) this.record = record
  }
}

/** The message of whatever was thrown: user code may throw anything. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
