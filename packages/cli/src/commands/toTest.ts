import { writeFile } from 'node:fs/promises'
import { basename, dirname, relative, resolve } from 'node:path'
import { CliError, EXIT } from '../CliError.ts'
import { loadProgram } from '../files/loadProgram.ts'
import { readSessionFile } from '../files/readSessionFile.ts'
import { counted } from '../output/words.ts'
import type { Context } from './Command.ts'
import { write } from './Command.ts'

export interface ToTestOptions {
  readonly reducers: string
  /** A module whose default export throws, or gives false, while the bug is there. */
  readonly check?: string
  /** File to write. Default: standard output. */
  readonly out?: string
}

/** Writes a Vitest file that replays a session: it fails while the bug is there, and stays as its guard. */
export async function toTest(file: string, options: ToTestOptions, context: Context): Promise<number> {
  const { names, core } = await loadProgram(options.reducers)
  const session = await readSessionFile(file, core)
  const text = testText({
    session: file,
    reducers: options.reducers,
    names,
    records: session.records.length,
    ...(options.check !== undefined && { check: options.check }),
    folder: options.out === undefined ? process.cwd() : dirname(resolve(options.out)),
  })
  if (options.out === undefined) {
    write(context, { file, text }, () => text)
    return EXIT.ok
  }
  await writeNew(options.out, text)
  write(context, { file, out: options.out }, () => `${options.out}\n`)
  return EXIT.ok
}

/** @throws CliError `cli/cannot-write` */
export async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text)
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    throw new CliError({
      code: 'cli/cannot-write',
      message: `Cannot write ${file}: ${why}. Nothing was written.`,
      cause: thrown,
    })
  }
}

export interface TestParts {
  readonly session: string
  readonly reducers: string
  readonly check?: string
  /** Under which names the reducers' module exports its slices, as `Program.names`. */
  readonly names: readonly string[]
  readonly records: number
  /** Folder of the test, from which it imports. */
  readonly folder: string
}

/** A runnable Vitest file. Without a check it holds the reducers to the state that the session tells. */
export function testText({ session, reducers, check, names, records, folder }: TestParts): string {
  const from = (path: string) => {
    const relation = relative(folder, resolve(path)).replaceAll('\\', '/')
    return JSON.stringify(relation.startsWith('.') ? relation : `./${relation}`)
  }
  const isList = names[0] === 'slices' || names[0] === 'default'
  const imported = names[0] === 'default' ? 'slices' : `{ ${names.join(', ')} }`
  const slices = isList ? 'slices' : `slices: [${names.join(', ')}]`
  const title = JSON.stringify(`${basename(session, '.playhead')}: ${counted(records, 'record')}`)
  return `import { readFileSync } from 'node:fs'
import { replay } from '@playhead/core/testing'
import { expect, it } from 'vitest'
${check === undefined ? '' : `import check from ${from(check)}\n`}import ${imported} from ${from(reducers)}

const file = new URL(${from(session)}, import.meta.url)

it(${title}, async () => {
${
  check === undefined
    ? `  // Throws where a slice comes to another state than the file tells.
  const store = replay(readFileSync(file, 'utf8'), { ${slices} })
  expect(store.timeline.playhead.head).toBe(${records - 1})`
    : `  const store = replay(readFileSync(file, 'utf8'), { ${slices}, sameState: false })
  // Throws, or gives false, while the bug is there.
  expect(await check(store)).not.toBe(false)`
}
})
`
}
