import { deepFreeze } from '../data/deepFreeze.ts'
import { isPlainObject } from '../data/isPlainObject.ts'
import { DEV } from '../dev.ts'
import { isTable } from '../table/isTable.ts'
import { TableEditor } from '../table/TableEditor.ts'
import { DraftScope } from './DraftScope.ts'
import { returnedAndChanged, returnedPromise } from './draftErrors.ts'
import { isModified } from './immer.ts'
import { ObjectDraft } from './ObjectDraft.ts'

/** One run of a reducer: what it is given, and what comes of it. */
export interface DraftRun {
  /** What the reducer changes; a primitive, a date or bytes are given as they are. */
  readonly draft: unknown
  /**
   * Takes what the reducer returned, `undefined` for the draft, and gives the new state: the
   * very one it began with where nothing differs. Ends all drafts of the run.
   *
   * @throws PlayheadError `slice/returned-and-changed`, `slice/returned-promise`
   * @throws PlayheadError `slice/table-in-collection`, `slice/draft-leaked`, `slice/too-deep`
   */
  readonly finish: (returned?: unknown) => unknown
  /** Ends all drafts of a run that threw. */
  readonly abandon: () => void
}

/** Begins the run of a reducer on a state, or of a recipe on a row: any storable value. */
export function createDraft(state: unknown): DraftRun {
  if (typeof state !== 'object' || state === null) return runOnValue(state)
  if (isPlainObject(state)) {
    const scope = new DraftScope(state, editRow)
    const root = new ObjectDraft(scope, state)
    return run(scope, root.proxy, { changed: () => scope.changed(root), finish: () => scope.finishObject(root) })
  }
  if (isTable(state)) {
    const scope = new DraftScope(state, editRow)
    const editor = new TableEditor(state, scope)
    return run(scope, editor, { changed: () => editor.table() !== state, finish: () => editor.table() })
  }
  if (Array.isArray(state) || state instanceof Map || state instanceof Set) {
    const scope = new DraftScope(state, editRow)
    const draft = scope.immer()
    return run(scope, draft, { changed: () => isModified(draft), finish: () => scope.finishCollection() })
  }
  return runOnValue(state)
}

interface Ending {
  readonly changed: () => boolean
  readonly finish: () => unknown
}

function run(scope: DraftScope, draft: unknown, { changed, finish }: Ending): DraftRun {
  return {
    draft,
    finish: (returned) => {
      try {
        if (returned === undefined || returned === draft) return kept(finish())
        refusePromise(returned)
        if (changed()) throw returnedAndChanged()
        return kept(scope.finishReturned(returned))
      } finally {
        scope.close()
      }
    },
    abandon: () => scope.close(),
  }
}

function runOnValue(state: unknown): DraftRun {
  return {
    draft: state,
    finish: (returned) => {
      if (returned === undefined) return state
      refusePromise(returned)
      return typeof returned === 'object' ? kept(new DraftScope(NOTHING, editRow).finishReturned(returned)) : returned
    },
    abandon: () => {},
  }
}

/** A recipe's run. Drafts of the reducer around it are alive, and may be found in its values. */
function editRow(row: unknown, recipe: (draft: never) => unknown): unknown {
  const { draft, finish, abandon } = createDraft(row)
  let returned: unknown
  try {
    returned = recipe(draft as never)
  } catch (thrown) {
    abandon()
    throw thrown
  }
  return finish(returned)
}

const kept = (state: unknown): unknown => (DEV ? deepFreeze(state) : state)

function refusePromise(returned: unknown): void {
  if (typeof returned === 'object' && returned !== null && 'then' in returned && typeof returned.then === 'function') {
    throw returnedPromise()
  }
}

const NOTHING = {}
