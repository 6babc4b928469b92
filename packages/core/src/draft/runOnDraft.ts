import { deepFreeze } from '../data/deepFreeze.ts'
import { isPlainObject } from '../data/isPlainObject.ts'
import { DEV } from '../dev.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import { isTable } from '../table/isTable.ts'
import type { WithTableParts } from '../table/TableParts.ts'
import { TABLE_PARTS } from '../table/TableParts.ts'
import { DraftScope } from './DraftScope.ts'
import { returnedAndChanged, returnedPromise } from './draftErrors.ts'
import { isModified } from './immer.ts'
import { ObjectDraft } from './ObjectDraft.ts'

/** A reducer or a recipe: changes its draft, or returns another value. */
export type Recipe = (draft: never, argument: never) => unknown

/**
 * Runs a reducer on a state, or a recipe on a row: on any storable value. Gives what comes of
 * it, the very value that it was given where nothing differs, and ends all drafts of the run.
 *
 * A primitive, a date or bytes are given as they are; the rest as drafts.
 *
 * @throws PlayheadError `slice/returned-and-changed`, `slice/returned-promise`
 * @throws PlayheadError `slice/table-in-collection`, `slice/draft-leaked`, `slice/too-deep`
 */
export function runOnDraft(state: unknown, recipe: Recipe, argument?: unknown): unknown {
  const run = recipe as (draft: unknown, argument: unknown) => unknown
  if (typeof state !== 'object' || state === null) return runOnValue(state, run, argument)
  if (isPlainObject(state)) return runOnObject(state, run, argument)
  if (isTable(state)) return runOnTable(state, run, argument)
  if (Array.isArray(state) || state instanceof Map || state instanceof Set) return runOnCollection(state, run, argument)
  return runOnValue(state, run, argument)
}

type Run = (draft: unknown, argument: unknown) => unknown

function runOnObject(state: Record<string, unknown>, run: Run, argument: unknown): unknown {
  const scope = new DraftScope(state, runOnDraft)
  const root = new ObjectDraft(scope, state)
  try {
    const returned = run(root.proxy, argument)
    if (isDraftItself(returned, root.proxy)) return kept(scope.finishObject(root))
    return replacing(scope, returned, scope.changed(root))
  } finally {
    scope.close()
  }
}

function runOnTable(state: AnyTable & WithTableParts, run: Run, argument: unknown): unknown {
  const scope = new DraftScope(state, runOnDraft)
  const editor = state[TABLE_PARTS].edit(state, scope)
  try {
    const returned = run(editor, argument)
    if (isDraftItself(returned, editor)) return kept(editor.table())
    return replacing(scope, returned, editor.table() !== state)
  } finally {
    scope.close()
  }
}

function runOnCollection(state: object, run: Run, argument: unknown): unknown {
  const scope = new DraftScope(state, runOnDraft)
  try {
    const draft = scope.immer()
    const returned = run(draft, argument)
    if (isDraftItself(returned, draft)) return kept(scope.finishCollection())
    return replacing(scope, returned, isModified(draft))
  } finally {
    scope.close()
  }
}

function runOnValue(state: unknown, run: Run, argument: unknown): unknown {
  const returned = run(state, argument)
  if (returned === undefined) return state
  if (typeof returned !== 'object') return returned
  refusePromise(returned)
  return kept(new DraftScope(NOTHING, runOnDraft).finishReturned(returned))
}

const isDraftItself = (returned: unknown, draft: unknown): boolean => returned === undefined || returned === draft

/** The value that was returned in place of the draft, which must then be as it was. */
function replacing(scope: DraftScope, returned: unknown, changed: boolean): unknown {
  refusePromise(returned)
  if (changed) throw returnedAndChanged()
  return kept(scope.finishReturned(returned))
}

const kept = (state: unknown): unknown => (DEV ? deepFreeze(state) : state)

function refusePromise(returned: unknown): void {
  if (typeof returned === 'object' && returned !== null && 'then' in returned && typeof returned.then === 'function') {
    throw returnedPromise()
  }
}

const NOTHING = {}
