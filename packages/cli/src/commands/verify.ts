import { EXIT } from '../CliError.ts'
import { loadProgram } from '../files/loadProgram.ts'
import { readSessionFile } from '../files/readSessionFile.ts'
import { replaySession } from '../files/replaySession.ts'
import { counted } from '../output/words.ts'
import type { Context } from './Command.ts'
import { write } from './Command.ts'

/**
 * Whether a file is whole, line by line; with reducers, also whether they come to the state that was exported.
 */
export async function verify(file: string, options: { readonly reducers?: string }, context: Context): Promise<number> {
  const program = options.reducers === undefined ? undefined : await loadProgram(options.reducers)
  const session = await readSessionFile(file, program?.core)
  const replayed = program && replaySession(session, program)
  const problems = [
    ...session.report.problems.map(({ error }) => error.message),
    ...(replayed?.errors ?? []).map(({ message }) => message),
    ...(replayed?.differences ?? []).map(({ error }) => error.message),
  ]
  const left = session.report.problemsLeftOut
  const state = replayed?.state ?? 'not asked'
  const result = { file, records: session.records.length, state, problems, problemsLeftOut: left }
  write(context, result, () => {
    if (problems.length === 0) return `${file}: ${counted(session.records.length, 'record')}, ${SAID[state]}\n`
    const more = left > 0 ? `  … and ${left.toLocaleString('en')} more\n` : ''
    return `${file}: ${counted(problems.length + left, 'problem')}\n${problems.map((each) => `  ${each}\n`).join('')}${more}`
  })
  return problems.length === 0 ? EXIT.ok : EXIT.found
}

const SAID = {
  same: 'whole, and the reducers come to the state that was exported',
  different: 'whole, and the reducers come to another state',
  unknown: 'whole; it has no hash, so its state cannot be compared',
  'not asked': 'whole; pass --reducers to compare its state',
} as const
