import type { Immutable } from '../data/Immutable.ts'
import type { Storable } from '../data/Storable.ts'
import { DEV } from '../dev.ts'
import { refuseTablesInCollections } from '../draft/refuseTablesInCollections.ts'
import { runOnDraft } from '../draft/runOnDraft.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { NODE } from '../selector/Selector.ts'
import type { TopicPattern } from '../topic/topic.ts'
import { voidInSlice } from '../undo/undoErrors.ts'
import { voided } from '../undo/voided.ts'
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
 * A record that fits the case of its type and cases of topics is folded by all of them: by its
 * type first, then by topic in the order in which they are written.
 *
 * @throws PlayheadError `slice/duplicate-case`, from `createStore`, when two cases listen to the same action type or pattern
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
  for (const { type, ephemeral } of cases.flatMap((each) => each.infos)) {
    if (ephemeral) throw ephemeralAction(slice, type)
    if (type === voided.type) throw voidInSlice(slice, type)
  }
  const byType = new Map<string, Reduce>()
  const byPattern = new Map<string, { readonly topic: TopicPattern; readonly reduce: Reduce }>()
  for (const { types, topics, reducer } of cases) {
    const reduce = onDraft(reducer)
    for (const topic of topics) {
      if (byPattern.has(topic.pattern)) throw duplicateCase(slice, topic.pattern)
      byPattern.set(topic.pattern, { topic, reduce })
    }
    for (const type of types) {
      if (byType.has(type)) throw duplicateCase(slice, type)
      byType.set(type, reduce)
    }
  }
  return { cases: byType, topicCases: [...byPattern.values()], infos: cases.flatMap((each) => each.infos) }
}

function onDraft<State>(reducer: Case<State>['reducer']): Reduce {
  return (state, record) => runOnDraft(state, reducer, record)
}

const ephemeralAction = (slice: string, type: string) =>
  new PlayheadError({
    code: 'slice/ephemeral-action',
    message: DEV
      ? `Slice "${slice}" listens to "${type}", which is declared ephemeral: it never reaches slices, or a replay would come to another state. Listen to it in an effect, or drop \`ephemeral\`.`
      : [slice, type],
  })

const duplicateCase = (slice: string, type: string) =>
  new PlayheadError({
    code: 'slice/duplicate-case',
    message: DEV
      ? `Slice "${slice}" listens to "${type}" in two cases, and the order in which they run would be a guess. Put both into one case.`
      : [slice, type],
  })
