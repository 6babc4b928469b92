import { inspect as shown } from 'node:util'
import { CliError, EXIT } from '../CliError.ts'
import { loadProgram } from '../files/loadProgram.ts'
import { readSessionFile } from '../files/readSessionFile.ts'
import { replaySession } from '../files/replaySession.ts'
import type { Context } from './Command.ts'
import { write } from './Command.ts'

export interface ReplayCommandOptions {
  readonly reducers: string
  /** Offset, as in the file. Default: the end. */
  readonly at?: number
  /** Only this slice. */
  readonly slice?: string
}

/** Folds a session with somebody's reducers, and shows the state at a place. */
export async function replay(file: string, options: ReplayCommandOptions, context: Context): Promise<number> {
  const program = await loadProgram(options.reducers)
  const session = await readSessionFile(file, program.core)
  const { store, state, differences, errors } = replaySession(session, program)
  const from = session.header?.from ?? 0
  const { head } = store.timeline.playhead
  const at = options.at ?? from + head
  if (!Number.isInteger(at) || at < from - 1 || at > from + head)
    throw new CliError({
      code: 'cli/bad-offset',
      message: `There is no offset ${at} in ${file}: it has ${from} to ${from + head}. Give --at one of them.`,
    })
  const whole = store.at(at - from).getState() as Readonly<Record<string, unknown>>
  const states = options.slice === undefined ? whole : { [options.slice]: sliceOf(whole, options.slice) }
  const hash = program.core.stateHash(whole)
  write(
    context,
    {
      file,
      at,
      hash,
      state,
      differences: differences.map(({ slice, kind, error }) => ({ slice, kind, message: error.message })),
      errors: errors.map(({ code, message }) => ({ code, message })),
      states: program.core.encode(states),
    },
    () => {
      const lines = Object.entries(states).map(([slice, value]) => `${slice}: ${shown(value, SHOWN)}\n`)
      const said = [...errors.map(({ message }) => message), ...differences.map(({ error }) => error.message)]
      return `${lines.join('')}\nAt ${at}, ${hash}${state === 'same' ? ', and the end is as it was exported' : ''}\n${said.map((each) => `  ${each}\n`).join('')}`
    },
  )
  return state === 'different' || errors.length > 0 ? EXIT.found : EXIT.ok
}

function sliceOf(state: Readonly<Record<string, unknown>>, slice: string): unknown {
  if (Object.hasOwn(state, slice)) return state[slice]
  throw new CliError({
    code: 'cli/no-such-slice',
    message: `The reducers have no slice "${slice}": they have ${Object.keys(state).join(', ')}. Give --slice one of them.`,
  })
}

const SHOWN = { depth: 6, maxArrayLength: 100, maxStringLength: 1_000, breakLength: 100, colors: false } as const
