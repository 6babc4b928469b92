/** What goes wrong with attaching and showing devtools, with its code. */
export class DevtoolsError extends Error {
  readonly code: string

  constructor({ code, message, cause }: { readonly code: string; readonly message: string; readonly cause?: unknown }) {
    super(`${message} (${code})`, cause === undefined ? undefined : { cause })
    this.name = 'DevtoolsError'
    this.code = code
  }
}
