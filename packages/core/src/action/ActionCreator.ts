import type { Immutable } from '../data/Immutable.ts'
import type { Action, DeferredAction, Dispatchable } from './Action.ts'
import type { ActionInfo } from './ActionInfo.ts'
import type { ActionDefinition, PreparedDefinition } from './definition.ts'

/** Where a creator keeps its definition. */
export const INFO: unique symbol = Symbol('playhead.action')

/** What creators of both kinds have. */
export interface CreatorBase<Type extends string, Payload> {
  /** The name in the log: `source/name`. */
  readonly type: Type
  readonly version: number
  readonly [INFO]: ActionInfo<Type, Payload>
  /** Narrows an action or record to this one. A type guard that also fits RxJS `filter`. */
  readonly match: <A extends Dispatchable>(
    action: A,
  ) => action is A & { readonly type: Type; readonly payload: Payload }
}

/** Makes actions of one type. Arguments beyond the payload are ignored, so it can be an event handler. */
export interface ActionCreator<Type extends string, Payload> extends CreatorBase<Type, Payload> {
  (...args: PayloadArgs<Payload>): Action<Type, Payload>
}

/** Makes actions of one type from arguments; see `prepared`. */
export interface PreparedActionCreator<Type extends string, Args extends readonly unknown[], Payload>
  extends CreatorBase<Type, Payload> {
  (...args: Args): DeferredAction<Type, Payload>
}

/** The creators of one source; see `createActions`. */
export type ActionGroup<Source extends string, Definitions> = {
  readonly [K in keyof Definitions]: Definitions[K] extends PreparedDefinition<infer Args, infer Payload>
    ? PreparedActionCreator<`${Source}/${K & string}`, Args, Payload>
    : Definitions[K] extends ActionDefinition<infer Payload>
      ? ActionCreator<`${Source}/${K & string}`, Payload>
      : never
}

/**
 * None for `undefined`, optional where the payload may be `undefined`, else required.
 * `Immutable`, so that what was read from state can be sent as it is.
 */
export type PayloadArgs<Payload> = 0 extends 1 & Payload
  ? [payload: Payload]
  : [Payload] extends [undefined | void]
    ? []
    : undefined extends Payload
      ? [payload?: Immutable<Payload>]
      : [payload: Immutable<Payload>]
