import { readFileSync } from 'node:fs'
import type { ImportProblem, ReadInput, StatementFile } from '../index.ts'
import { ImportRefused, readStatementFile } from '../index.ts'

/** Reads a text, bytes or one of the project's samples to the end. */
export function read(content: string | Uint8Array, options: Partial<ReadInput> = {}): StatementFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const steps = readStatementFile(bytes, { fileName: 'statement.txt', sha256: 'unhashed', ...options })
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** Why the content is refused. Fails when it is read, or when anything but a refusal is thrown. */
export function problemOf(content: string | Uint8Array, options: Partial<ReadInput> = {}): ImportProblem {
  try {
    read(content, options)
  } catch (thrown) {
    if (thrown instanceof ImportRefused) return thrown.problem
    throw thrown
  }
  throw new Error('The content was read, but a refusal was expected.')
}

export function sample(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`../../../../../samples/${name}`, import.meta.url)))
}

export function codesOf({ warnings }: StatementFile): readonly string[] {
  return warnings.map(({ code }) => code)
}

/** The only line of a file. */
export function onlyLine(file: StatementFile) {
  const lines = file.statements.flatMap((statement) => statement.lines)
  if (lines.length !== 1 || !lines[0]) throw new Error(`One line was expected, ${lines.length} were read.`)
  return lines[0]
}
