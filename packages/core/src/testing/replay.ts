import { importSession } from '../session/importSession.ts'
import type { SessionStoreOptions } from '../session/openSession.ts'
import { openSession } from '../session/openSession.ts'
import type { Session } from '../session/Session.ts'
import type { AnySlice, StateOf } from '../slice/Slice.ts'
import type { Store } from '../store/Store.ts'
import { ExpectationFailed } from './ExpectationFailed.ts'

/** How a session file is replayed. */
export type ReplayOptions<Slices extends readonly AnySlice[]> = SessionStoreOptions<Slices> & {
  /**
   * Whether the slices must come to the state that the file tells. Default true; `false` where
   * reducers were changed on purpose.
   */
  readonly sameState?: boolean
}

/**
 * Folds a session file and gives the store: a bug report as a test. No effect runs.
 *
 * ```ts
 * const store = replay(readFileSync('overdraft.playhead', 'utf8'), { slices: [ledger] })
 * expect(store.get(total)).toBe(0)
 * ```
 *
 * Slices that the file or the store has alone are not compared.
 *
 * @throws ExpectationFailed where lines of the file cannot be read, or a slice comes to another state
 */
export function replay<const Slices extends readonly AnySlice[]>(
  file: string | Iterable<string>,
  options: ReplayOptions<Slices>,
): Store<StateOf<Slices>>
export function replay<const Slices extends readonly AnySlice[]>(
  file: AsyncIterable<string>,
  options: ReplayOptions<Slices>,
): Promise<Store<StateOf<Slices>>>
export function replay<const Slices extends readonly AnySlice[]>(
  file: string | Iterable<string> | AsyncIterable<string>,
  options: ReplayOptions<Slices>,
): Store<StateOf<Slices>> | Promise<Store<StateOf<Slices>>> {
  if (typeof file !== 'string' && Symbol.asyncIterator in file) {
    return importSession(file).then((session) => storeOf(session, options))
  }
  return storeOf(importSession(file), options)
}

function storeOf<const Slices extends readonly AnySlice[]>(
  session: Session,
  { sameState = true, ...options }: ReplayOptions<Slices>,
): Store<StateOf<Slices>> {
  const { problems, problemsLeftOut } = session.report
  if (problems.length > 0) {
    const more = problemsLeftOut > 0 ? `\n  … and ${problemsLeftOut} more` : ''
    throw new ExpectationFailed(
      `The session file cannot be replayed as it is:\n${problems.map(({ error }) => `  ${error.message}`).join('\n')}${more}`,
    )
  }
  const { store, differences } = openSession(session, options)
  const changed = differences.filter(({ kind }) => kind === 'changed')
  if (!sameState || changed.length === 0) return store
  throw new ExpectationFailed(
    `The session came to another state than where it was recorded:\n${changed.map(({ error }) => `  ${error.message}`).join('\n')}\nWhere reducers were changed on purpose, pass { sameState: false }.`,
    { actual: store.live.getState() },
  )
}
