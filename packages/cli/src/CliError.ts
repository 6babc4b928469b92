/** What a {@link CliError} is made of. */
export interface CliErrorOptions {
  readonly code: `cli/${string}`
  /** What happened, with the values, why, and what to do. The code is appended. */
  readonly message: string
  /** Default 2: not done. */
  readonly exitCode?: number
  readonly cause?: unknown
}

/** What stops a command: said in one sentence on stderr, with a code that has a page under docs/errors. */
export class CliError extends Error {
  readonly code: `cli/${string}`
  readonly exitCode: number

  constructor({ code, message, exitCode = EXIT.cannot, cause }: CliErrorOptions) {
    super(`${message} (${code})`, cause === undefined ? undefined : { cause })
    this.name = 'CliError'
    this.code = code
    this.exitCode = exitCode
  }
}

/** Exit codes, the same for every command. */
export const EXIT = {
  /** Done, and nothing was found wrong. */
  ok: 0,
  /** Done, and something was found: a problem in the file, a difference, a failing check. */
  found: 1,
  /** Not done: wrong arguments, a file that cannot be read, a module that does not load. */
  cannot: 2,
} as const
