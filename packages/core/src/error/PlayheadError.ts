import type { LogRecord } from '../log/LogRecord.ts'

/** `area/name`. Stable: it is safe to compare with, and names a page under docs/errors. */
export type ErrorCode = `${string}/${string}`

/** What a {@link PlayheadError} is made of. */
export interface PlayheadErrorOptions {
  readonly code: ErrorCode
  /**
   * What happened, with the values, why, and what to do. The code is appended.
   *
   * What only a mistake in a program can bring leaves its sentence out of production bundles, and
   * gives the values alone: `DEV ? \`Slice "${slice}" listens to "${type}" in two cases, …\` : [slice, type]`.
   * What the user of an app may meet keeps it: apps show it.
   */
  readonly message: string | readonly unknown[]
  /** A `warning` is advice, on budgets or by a development check: nothing has failed. Default `error`. */
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
  /** `warning` for advice, on budgets or by a development check; `error` for what has failed. */
  readonly severity: 'error' | 'warning'
  readonly record?: LogRecord

  constructor({ code, message, severity = 'error', record, cause }: PlayheadErrorOptions) {
    super(
      `${typeof message === 'string' ? message : withoutText(code, message)} (${code})`,
      cause === undefined ? undefined : { cause },
    )
    this.name = 'PlayheadError'
    this.code = code
    this.severity = severity
    if (record) this.record = record
  }
}

const withoutText = (code: ErrorCode, values: readonly unknown[]) =>
  `See docs/errors/${code}.md: ${values.map(shown).join(', ')}`

function shown(value: unknown): string {
  try {
    return String(value)
  } catch {
    // An object without a prototype, say.
    return typeof value
  }
}

/** The message of whatever was thrown: user code may throw anything. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
