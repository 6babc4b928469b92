import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AnySlice } from '@playhead/core'
import * as ownCore from '@playhead/core'
import { CliError } from '../CliError.ts'
import type { Exports } from './loadModule.ts'
import { loadModule } from './loadModule.ts'

export type Core = Pick<typeof ownCore, 'importSession' | 'openSession' | 'stateHash' | 'encode' | 'sameValue'>

/** The reducers that a session is folded with, and the Playhead that they were made with. */
export interface Program {
  readonly slices: readonly AnySlice[]
  /** Under which names the module exports them: `slices` for a list, else one name each. */
  readonly names: readonly string[]
  /**
   * The `@playhead/core` that the module imports. Actions are registered with the instance that defined them, so
   * a session is read and folded by that one, not by the command line's own.
   */
  readonly core: Core
}

/**
 * Loads slices from a module: its export `slices`, or every slice that it exports.
 *
 * @throws CliError `cli/cannot-load`, `cli/no-slices`
 */
export async function loadProgram(file: string): Promise<Program> {
  const found = slicesOf(await loadModule(file))
  if (found.slices.length > 0) return { ...found, core: await coreOf(file) }
  throw new CliError({
    code: 'cli/no-slices',
    message: `${file} exports no slices. Export them (\`export const ledger = createSlice(…)\`), or a list: \`export const slices = [ledger]\`.`,
  })
}

function slicesOf(exports: Exports): Pick<Program, 'slices' | 'names'> {
  for (const name of ['slices', 'default']) {
    const listed = exports[name]
    if (Array.isArray(listed)) return { slices: listed.filter(isSlice), names: [name] }
  }
  const bySlice = new Map<AnySlice, string>()
  for (const [name, value] of Object.entries(exports))
    if (isSlice(value) && !bySlice.has(value)) bySlice.set(value, name)
  return { slices: [...bySlice.keys()], names: [...bySlice.values()] }
}

/** By its shape: a slice of another instance of core is one, too. */
function isSlice(value: unknown): value is AnySlice {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return false
  const { name, version } = value as Partial<AnySlice>
  return typeof name === 'string' && 'initial' in value && typeof version === 'number'
}

async function coreOf(file: string): Promise<Core> {
  const require = createRequire(pathToFileURL(resolve(file)))
  try {
    return (await import(pathToFileURL(require.resolve('@playhead/core')).href)) as Core
  } catch {
    return ownCore
  }
}
