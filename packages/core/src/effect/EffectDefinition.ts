import type { Action, Dispatchable } from '../action/Action.ts'
import type { FoldedRecord, RecordOf, Trigger } from '../action/Trigger.ts'
import type { RecordId } from '../log/RecordId.ts'
import type { FamilyKey } from '../selector/createSelectorFamily.ts'
import type { Selector } from '../selector/Selector.ts'
import type { StreamSource } from '../stream/StreamSource.ts'
import type { EffectContext } from './EffectContext.ts'

/**
 * What happens when a run of the same key is still on: the new record
 * - `switch`: ends it and starts its own, as `switchMap`;
 * - `merge`: runs beside it, as `mergeMap`;
 * - `concat`: waits until it has ended, as `concatMap`;
 * - `exhaust`: starts nothing, as `exhaustMap`.
 */
export type Flatten = 'switch' | 'merge' | 'concat' | 'exhaust'

/** One action, or several that are appended as one batch. */
export type Emission = Dispatchable | readonly Dispatchable[]

/**
 * What a run may answer with: a stream of actions, a promise, or the actions themselves as an
 * array. A run that sends nothing gives `EMPTY`, `[]` or an async function. Not `void`: a
 * forgotten `return` does not compile.
 */
export type EffectResult = StreamSource<Emission> | PromiseLike<Emission | undefined | void> | readonly Dispatchable[]

/** Stops every run of the effect; with `key`, the runs of that key. Runs that wait are among them. */
export type CancelOn<C extends Trigger> = C | readonly C[] | KeyedCancel<C>

export interface KeyedCancel<C extends Trigger> {
  readonly on: C | readonly C[]
  readonly key: (record: RecordOf<C>) => FamilyKey
}

/** An action of a trigger, as its creator makes it. */
export type ActionOf<T> = AsAction<RecordOf<T>>

type AsAction<R> = R extends FoldedRecord<infer Type, infer Payload> ? Action<Type, Payload> : never

/** The questions that every effect answers: what if it fires twice, what if it fails, what stops it. */
export interface EffectDefinition<T extends Trigger, C extends Trigger, Deps> {
  readonly on: T | readonly T[]
  readonly flatten: Flatten
  /** Applies `flatten` to the records of each key apart, instead of to all of them. */
  readonly key?: (record: RecordOf<T>) => FamilyKey
  readonly cancelOn?: CancelOn<C>
  /**
   * Does the work for one record. Called after reducers and readers have seen the record.
   * `record.id` is the same after a reload: send it along as idempotency key.
   */
  readonly run: (record: RecordOf<T>, context: EffectContext & Deps) => EffectResult
  /** The action that tells of a failed run: it threw, was rejected, or sent what could not be dispatched. Other runs go on. */
  readonly failed: (error: unknown, record: RecordOf<T>) => Emission
  /**
   * Which runs start again after a reload: those asked for and not answered. A selector of the
   * live state, read once when the store is ready. It gives the ids of the records that asked
   * (`record.id`, where a reducer keeps it), or actions like those that asked; the newest record
   * with the same payload is then the cause.
   */
  readonly resume?: Selector<Iterable<RecordId | ActionOf<T>>>
}
