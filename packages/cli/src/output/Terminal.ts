/** Where a command writes to: results to `out`, everything for people beside them to `err`. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether `err` is a screen on which a line can be written over. */
  readonly isScreen: boolean
}

/** The terminal of a process. */
export const processTerminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isScreen: process.stderr.isTTY === true,
}
