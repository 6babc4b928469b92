import type { Terminal } from '../output/Terminal.ts'

/** What every command is given. */
export interface Context {
  readonly terminal: Terminal
  /** One JSON document on stdout instead of text. */
  readonly json: boolean
}

/** Writes a result: as JSON where that was asked for, else as text. */
export function write({ terminal, json }: Context, result: object, text: () => string): void {
  terminal.out(json ? `${JSON.stringify(result, undefined, 2)}\n` : text())
}
