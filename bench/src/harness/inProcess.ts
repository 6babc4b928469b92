import type { Measured } from './Task.ts'

/** What the process was started for. */
export const question = <Question>(): Question => JSON.parse(process.argv[2] ?? '{}')

/** Tells the parent what was measured. */
export function answer(measured: readonly Measured[]): void {
  process.stdout.write(JSON.stringify(measured))
}
