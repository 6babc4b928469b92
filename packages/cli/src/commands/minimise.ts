import { dirname, resolve } from 'node:path'
import type { PlacedRecord, Session } from '@playhead/core'
import { CliError, EXIT } from '../CliError.ts'
import type { Program } from '../files/loadProgram.ts'
import { loadProgram } from '../files/loadProgram.ts'
import { readSessionFile } from '../files/readSessionFile.ts'
import type { Replayed } from '../files/replaySession.ts'
import { replaySession } from '../files/replaySession.ts'
import { pickedSession, sessionLines } from '../files/sessionLines.ts'
import { failureOf, loadCheck } from '../minimise/Check.ts'
import { minimise as search } from '../minimise/minimise.ts'
import { ProgressLine } from '../output/ProgressLine.ts'
import { columns, counted } from '../output/words.ts'
import type { Context } from './Command.ts'
import { write } from './Command.ts'
import { testText, writeNew } from './toTest.ts'

export interface MinimiseCommandOptions {
  readonly reducers: string
  readonly check: string
  /** Session file to write. */
  readonly out: string
  /** Vitest file to write beside it. */
  readonly test?: string
  /** Takes any failure for the one that is looked for. */
  readonly anyReason?: boolean
  readonly signal?: AbortSignal
}

/** Finds the fewest records of a session with which a check still fails for the same reason, and writes them. */
export async function minimise(file: string, options: MinimiseCommandOptions, context: Context): Promise<number> {
  const program = await loadProgram(options.reducers)
  const check = await loadCheck(options.check)
  const session = await readSessionFile(file, program.core)
  const failing = async (records: readonly PlacedRecord[]) => {
    const { store } = replaySession(withRecords(session, records), program)
    try {
      return await failureOf(check, store)
    } finally {
      await store.close()
    }
  }
  const reason = await failing(session.records)
  if (reason === undefined)
    throw new CliError({
      code: 'cli/does-not-fail',
      message: `${options.check} holds for all ${counted(session.records.length, 'record')} of ${file}, so there is nothing to minimise. Is it the check of this bug, and are these the reducers that have it?`,
      exitCode: EXIT.found,
    })

  const progress = new ProgressLine(context.terminal)
  const found = await search(
    session.records,
    async (records) => {
      const now = await failing(records)
      return options.anyReason ? now !== undefined : now === reason
    },
    {
      ...(options.signal && { signal: options.signal }),
      onTry: (tried, smallest) =>
        progress.show(
          session.records.length - smallest,
          session.records.length,
          `${counted(smallest, 'record')} left of ${session.records.length.toLocaleString('en')}, try ${tried}`,
        ),
    },
  )
  progress.clear()

  const end = replaySession(withRecords(session, found.records), program)
  await writeNew(options.out, await textOf(file, found.records, session, program, end))
  if (options.test !== undefined) await writeNew(options.test, testOf(options, program, found.records.length))
  const result = {
    file,
    out: options.out,
    test: options.test,
    records: session.records.length,
    left: found.records.map(({ offset, id, type }) => ({ offset, id, type })),
    tries: found.tries,
    isMinimal: found.isMinimal,
    reason,
  }
  write(context, result, () =>
    [
      `${counted(session.records.length, 'record')} became ${found.records.length.toLocaleString('en')} in ${counted(found.tries, 'try', 'tries')}${found.isMinimal ? '' : ', stopped before the smallest was found'}:\n`,
      columns(found.records.map(({ offset, type }) => [offset, type])),
      `It fails with: ${reason}\n${options.out}\n${options.test === undefined ? '' : `${options.test}\n`}`,
    ].join(''),
  )
  return found.isMinimal ? EXIT.ok : EXIT.found
}

const withRecords = (session: Session, records: readonly PlacedRecord[]): Session => {
  // The hash is that of all the records.
  const { header } = session
  return { ...session, records, ...(header && { header: { ...header, hash: undefined } }) }
}

async function textOf(
  file: string,
  records: readonly PlacedRecord[],
  session: Session,
  { core }: Program,
  { store }: Replayed,
): Promise<string> {
  const state = store.live.getState() as Readonly<Record<string, unknown>>
  const slices = Object.fromEntries(Object.entries(state).map(([slice, value]) => [slice, core.stateHash(value)]))
  const ids = records.map(({ id }) => id)
  const of = session.header?.hash?.of ?? 'log'
  return pickedSession(await sessionLines(file), ids, { of, state: core.stateHash(state), slices })
}

const testOf = ({ out, test = '', reducers, check }: MinimiseCommandOptions, { names }: Program, records: number) =>
  testText({ session: out, reducers, check, names, records, folder: dirname(resolve(test)) })
