import type { LogRecord } from '../log/LogRecord.ts'
import type { TopicPattern } from '../topic/topic.ts'
import type { CreatorBase } from './ActionCreator.ts'

/** What slices and effects can listen to: a creator, ours or another library's, or a pattern of topics. */
// `any`: a creator of any payload, whichever way its functions use it.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Trigger = CreatorBase<string, any> | ForeignCreator | TopicPattern

/** A creator of Redux Toolkit or alike: callable, with its action type as a literal `type`. */
export interface ForeignCreator {
  (...args: never[]): { readonly type: string }
  readonly type: string
}

/** The record that a trigger brings to a reducer. What a topic brings may be of any type: narrow it by a creator's `match`. */
export type RecordOf<T> = T extends TopicPattern
  ? FoldedRecord
  : T extends CreatorBase<infer Type, infer Payload>
    ? FoldedRecord<Type, Payload>
    : T extends { (...args: never[]): infer A; readonly type: infer Type extends string }
      ? FoldedRecord<Type, A extends { readonly payload: infer Payload } ? Payload : undefined>
      : never

/** A record as reducers see it: without its offset, which a pending record has not got and a branch changes. */
export interface FoldedRecord<Type extends string = string, Payload = unknown>
  extends Omit<LogRecord<Type, Payload>, 'offset'> {}
