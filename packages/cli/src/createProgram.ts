import { Command, InvalidArgumentError } from 'commander'
import type { Context } from './commands/Command.ts'
import { diff } from './commands/diff.ts'
import { inspect } from './commands/inspect.ts'
import { minimise } from './commands/minimise.ts'
import { replay } from './commands/replay.ts'
import { toTest } from './commands/toTest.ts'
import { verify } from './commands/verify.ts'
import type { Terminal } from './output/Terminal.ts'

/** The commands with their arguments. `ended` is given each command's exit code. */
export function createProgram(terminal: Terminal, ended: (exitCode: number) => void, signal?: AbortSignal): Command {
  const program = new Command('playhead')
    .description('Works on session files (.playhead): the log of an app, taken away.')
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) })
    .showHelpAfterError('Add --help for how it is used.')
    .addHelpText(
      'after',
      '\nReducers are a module that exports slices. Exit codes: 0 nothing found, 1 something found, 2 not done.',
    )

  const contextOf = ({ json }: Flags): Context => ({ terminal, json: json === true })

  program
    .command('inspect')
    .description('what is in a file: actions, effects, time, problems')
    .argument('<file>', 'session file')
    .option('--json', 'one JSON document instead of text')
    .action(async (file: string, flags: Flags) => ended(await inspect(file, contextOf(flags))))

  program
    .command('verify')
    .description('whether a file is whole, and with reducers whether they come to its state')
    .argument('<file>', 'session file')
    .option('-r, --reducers <module>', 'module that exports slices')
    .option('--json', 'one JSON document instead of text')
    .action(async (file: string, flags: Flags & { reducers?: string }) =>
      ended(await verify(file, given({ reducers: flags.reducers }), contextOf(flags))),
    )

  program
    .command('replay')
    .description('folds a session, and shows the state at a place')
    .argument('<file>', 'session file')
    .requiredOption('-r, --reducers <module>', 'module that exports slices')
    .option('--at <offset>', 'place, as in the file (default: the end)', wholeNumber)
    .option('--slice <name>', 'only this slice')
    .option('--json', 'one JSON document instead of text')
    .action(async (file: string, flags: Flags & { reducers: string; at?: number; slice?: string }) =>
      ended(
        await replay(
          file,
          { reducers: flags.reducers, ...given({ at: flags.at, slice: flags.slice }) },
          contextOf(flags),
        ),
      ),
    )

  program
    .command('diff')
    .description('where two sessions part')
    .argument('<one>', 'session file')
    .argument('<other>', 'session file')
    .option('-r, --reducers <module>', 'module that exports slices: compares the states at the end, too')
    .option('--json', 'one JSON document instead of text')
    .action(async (one: string, other: string, flags: Flags & { reducers?: string }) =>
      ended(await diff(one, other, given({ reducers: flags.reducers }), contextOf(flags))),
    )

  program
    .command('to-test')
    .description('writes a Vitest file that replays a session')
    .argument('<file>', 'session file')
    .requiredOption('-r, --reducers <module>', 'module that exports slices')
    .option('-c, --check <module>', 'default export throws, or gives false, while the bug is there')
    .option('-o, --out <file>', 'test file to write (default: standard output)')
    .option('--json', 'one JSON document instead of text')
    .action(async (file: string, flags: Flags & { reducers: string; check?: string; out?: string }) =>
      ended(
        await toTest(
          file,
          { reducers: flags.reducers, ...given({ check: flags.check, out: flags.out }) },
          contextOf(flags),
        ),
      ),
    )

  program
    .command('minimise')
    .alias('minimize')
    .description('drops records while a check still fails, to the fewest that show the bug')
    .argument('<file>', 'session file')
    .requiredOption('-r, --reducers <module>', 'module that exports slices')
    .requiredOption('-c, --check <module>', 'default export throws, or gives false, while the bug is there')
    .requiredOption('-o, --out <file>', 'session file to write')
    .option('-t, --test <file>', 'Vitest file to write')
    .option('--any-reason', 'any failure counts, not only the one of the whole session')
    .option('--json', 'one JSON document instead of text')
    .action(async (file: string, flags: Flags & MinimiseFlags) => {
      const { reducers, check, out } = flags
      const options = { reducers, check, out, ...given({ test: flags.test, anyReason: flags.anyReason, signal }) }
      ended(await minimise(file, options, contextOf(flags)))
    })

  return program
}

interface Flags {
  readonly json?: boolean
}

interface MinimiseFlags {
  readonly reducers: string
  readonly check: string
  readonly out: string
  readonly test?: string
  readonly anyReason?: boolean
}

/** An object without what was not given. */
const given = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

function wholeNumber(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number)) return number
  throw new InvalidArgumentError('It is no whole number.')
}
