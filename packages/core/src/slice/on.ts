import { INFO } from '../action/ActionCreator.ts'
import type { ActionInfo } from '../action/ActionInfo.ts'
import type { RecordOf, Trigger } from '../action/Trigger.ts'
import type { Draft } from '../data/Draft.ts'
import { isTopic } from '../topic/isTopic.ts'
import type { TopicPattern } from '../topic/topic.ts'

/** One answer of a slice to one or several triggers. Made by `on`. */
export interface Case<State> {
  readonly types: readonly string[]
  readonly topics: readonly TopicPattern[]
  readonly infos: readonly ActionInfo[]
  readonly reducer: (state: Draft<State>, record: never) => State | void
}

/** Pairs triggers with a reducer; several triggers give a union of records that narrows by `type` or `match`. */
export type On<State> = <T extends Trigger>(
  trigger: T | readonly T[],
  reducer: (state: Draft<State>, record: RecordOf<T>) => State | void,
) => Case<State>

export function on<State, T extends Trigger>(
  trigger: T | readonly T[],
  reducer: (state: Draft<State>, record: RecordOf<T>) => State | void,
): Case<State> {
  const triggers: readonly T[] = Array.isArray(trigger) ? trigger : [trigger as T]
  return {
    types: triggers.flatMap((each) => (isTopic(each) ? [] : [each.type])),
    topics: triggers.flatMap((each) => (isTopic(each) ? [each] : [])),
    infos: triggers.flatMap((each) => (INFO in each ? [each[INFO]] : [])),
    reducer,
  }
}
