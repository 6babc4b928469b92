import type { Immutable } from '../data/Immutable.ts'
import type { Storable } from '../data/Storable.ts'
import { createDraft } from '../draft/createDraft.ts'
import { refuseTablesInCollections } from '../draft/refuseTablesInCollections.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { NODE } from '../selector/Selector.ts'
import type { Case, On } from './on.ts'
import { on } from './on.ts'
import type { Reduce, Slice, SliceProgram } from './Slice.ts'
import { PROGRAM } from './Slice.ts'

/** How a slice's checkpoints are told apart. */
export interface SliceOptions {
  /** Raise it when a reducer's meaning changes: checkpoints of other versions are then rebuilt. Default 1. */
  readonly version?: number
}

/**
 * A fold over actions. Reducers change the draft or return a new state, and must be pure.
 * `cases` is called when a store first takes the slice, not before, so two slice files may
 * import each other's actions.
 *
 * The state type is that of `initial`. Where literals would come out too narrow
 * (`rows: []`, `status: 'idle'`), annotate a constant: `const initial: StatementState = …`.
 *
 * @throws PlayheadError `slice/table-in-collection` when a table stands in an array, a map or a set
 * @throws PlayheadError `slice/duplicate-case`, from `createStore`, when two cases listen to the same action type
 */
export function createSlice<const Name extends string, State extends Storable<State>>(
  name: Name,
  initial: State,
  cases: (on: On<State>) => readonly Case<State>[],
  { version = 1 }: SliceOptions = {},
): Slice<Name, Immutable<State>> {
  refuseTablesInCollections(initial)
  const readOnly = initial as Immutable<State>
  return {
    name,
    initial: readOnly,
    version,
    [NODE]: { kind: 'slice', name, initial: readOnly },
    [PROGRAM]: () => compile(name, cases(on)),
  }
}

function compile<State>(slice: string, cases: readonly Case<State>[]): SliceProgram {
  const byType = new Map<string, Reduce>()
  for (const { types, reducer } of cases) {
    const reduce = onDraft(reducer)
    for (const type of types) {
      if (byType.has(type)) throw duplicateCase(slice, type)
      byType.set(type, reduce)
    }
  }
  return { cases: byType, infos: cases.flatMap((each) => each.infos) }
}

function onDraft<State>(reducer: Case<State>['reducer']): Reduce {
  const reduce = reducer as (draft: unknown, record: unknown) => unknown
  return (state, record) => {
    const { draft, finish, abandon } = createDraft(state)
    try {
      return finish(reduce(draft, record))
    } catch (thrown) {
      abandon()
      throw thrown
    }
  }
}

const duplicateCase = (slice: string, type: string) =>
  new PlayheadError({
    code: 'slice/duplicate-case',
    message: `Slice "${slice}" listens to "${type}" in two cases, and the order in which they run would be a guess. Put both into one case.`,
  })
