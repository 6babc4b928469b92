import type { ActionInfo } from '../action/ActionInfo.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { Selector, ValueOf } from '../selector/Selector.ts'
import type { TopicPattern } from '../topic/topic.ts'

/** Where a slice keeps its reducers. */
export const PROGRAM: unique symbol = Symbol('playhead.slice')

/**
 * A named fold with its initial state. It is also the selector of its whole state:
 * `store.get(ledger)`, `createSelector(ledger, …)`.
 *
 * `State` is what readers see.
 */
export interface Slice<Name extends string, out State> extends Selector<State> {
  readonly name: Name
  readonly initial: State
  /** The reducers' version: checkpoints of other versions are rebuilt. */
  readonly version: number
  /** Called when a store takes the slice, not before: slice files may import each other. */
  readonly [PROGRAM]: () => SliceProgram
}

export type AnySlice = Slice<string, unknown>

/** One step of a slice's fold. Pure. */
export type Reduce = (state: unknown, record: LogRecord) => unknown

/** The reducers of a slice, ready to run. */
export interface SliceProgram {
  /** By action type. */
  readonly cases: ReadonlyMap<string, Reduce>
  /** By topic, in the order in which they are written. They fold after the case of the record's type. */
  readonly topicCases: readonly { readonly topic: TopicPattern; readonly reduce: Reduce }[]
  /** For every action, whatever its type: an adopted Redux reducer. */
  readonly every?: Reduce
  /** The definitions of the actions it listens to. */
  readonly infos: readonly ActionInfo[]
}

/** Shown by the editor as one object instead of an intersection. */
export type Flat<T> = T extends infer O extends object ? { readonly [K in keyof O]: O[K] } : never

/** The state of a store with these slices: `{ readonly [slice name]: its state }`. */
export type StateOf<Slices extends readonly AnySlice[]> = Flat<{
  readonly [S in Slices[number] as S['name']]: ValueOf<S>
}>
