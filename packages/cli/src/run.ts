import { CommanderError } from 'commander'
import { CliError, EXIT } from './CliError.ts'
import { createProgram } from './createProgram.ts'
import type { Terminal } from './output/Terminal.ts'

/**
 * Runs the command line.
 *
 * @param args without the names of the program
 * @param signal stops a long search, which then writes the best it has
 * @returns the exit code: 0 nothing found, 1 something found, 2 not done
 */
export async function run(args: readonly string[], terminal: Terminal, signal?: AbortSignal): Promise<number> {
  let exitCode: number = EXIT.ok
  const program = createProgram(
    terminal,
    (code) => {
      exitCode = code
    },
    signal,
  )
  for (const command of [program, ...program.commands]) command.exitOverride()
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (thrown) {
    // Commander has said what was wrong, or shown the help that was asked for.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.ok : EXIT.cannot
    if (!(thrown instanceof CliError)) throw thrown
    terminal.err(`${thrown.message}\n`)
    return thrown.exitCode
  }
}
