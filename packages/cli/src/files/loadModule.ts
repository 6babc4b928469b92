import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CliError } from '../CliError.ts'

export type Exports = Readonly<Record<string, unknown>>

/**
 * Loads a module of the user's by its path. Node strips the types of TypeScript itself; what needs a bundler
 * (JSX, path aliases, CSS) does not load, and the refusal says so.
 *
 * @throws CliError `cli/cannot-load`
 */
export async function loadModule(file: string): Promise<Exports> {
  const path = resolve(file)
  if (!existsSync(path))
    throw new CliError({ code: 'cli/cannot-load', message: `There is no file ${path}. Give the path of a module.` })
  try {
    return (await import(pathToFileURL(path).href)) as Exports
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    throw new CliError({
      code: 'cli/cannot-load',
      message: `${file} does not load: ${why}. Node runs plain JavaScript and TypeScript whose types can be stripped; let it import slices, not components, or bundle it first.`,
      cause: thrown,
    })
  }
}
