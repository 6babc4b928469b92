import type { Store } from '@playhead/core'
import { CliError } from '../CliError.ts'
import { loadModule } from '../files/loadModule.ts'

/** What must hold of a store: throws, or gives `false`, where it does not. Assertions of any library do. */
export type Check = (store: Store) => unknown

/**
 * Loads a check: the default export of a module.
 *
 * @throws CliError `cli/cannot-load`, `cli/no-check`
 */
export async function loadCheck(file: string): Promise<Check> {
  const check = (await loadModule(file)).default
  if (typeof check === 'function') return check as Check
  throw new CliError({
    code: 'cli/no-check',
    message: `${file} has no function as its default export. Write \`export default (store) => { … }\`: it is given the store, and throws or gives false while the bug is there.`,
  })
}

/**
 * Why a check fails, in a text that two failures of one bug share: an error's code, or its message with the numbers
 * left out. `undefined` where it holds.
 */
export async function failureOf(check: Check, store: Store): Promise<string | undefined> {
  try {
    return (await check(store)) === false ? 'false' : undefined
  } catch (thrown) {
    return reasonOf(thrown)
  }
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `thrown: ${String(thrown)}`
  if ('code' in thrown && typeof thrown.code === 'string' && thrown.code.includes('/')) return thrown.code
  const first = thrown.message.split('\n', 1)[0] ?? ''
  return `${thrown.name}: ${first.replaceAll(/-?\d[\d.,_]*/g, '#')}`
}
