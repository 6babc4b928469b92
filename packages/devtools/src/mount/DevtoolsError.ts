/** What goes wrong with attaching and showing devtools, with its code. */
export class DevtoolsError extends Error {
  readonly code: string

  constructor(code: string, sentence: string, cause?: unknown) {
    super(`${sentence} (${code})`, cause === undefined ? undefined : { cause })
    this.name = 'DevtoolsError'
    this.code = code
  }
}
