/** A plain object named for what happened. `payload` is `undefined` where there is none. */
export interface Action<Type extends string = string, Payload = unknown> {
  readonly type: Type
  readonly payload: Payload
}

/**
 * What can be dispatched, or sent by an effect: an {@link Action}, a {@link DeferredAction},
 * or any object with a `type`, so that code written for Redux works.
 *
 * `bind` keeps out functions: `dispatch(bank.closed)`, the call forgotten, does not compile.
 */
export interface Dispatchable {
  readonly type: string
  readonly payload?: unknown
  readonly bind?: never
}

/** What `dispatch` gives back: the action, with the payload that is logged where it was not made yet. */
export type Dispatched<A> = A extends DeferredAction<infer Type, infer Payload> ? Action<Type, Payload> : A

/** Sends actions to the intake queue. It takes any type, known or not; an unknown one is kept, not folded, and reported. */
export interface Dispatch {
  /** Appends several: one fold, one notification. If one is refused, none is appended. */
  <const Actions extends readonly Dispatchable[]>(
    actions: Actions,
  ): { readonly [I in keyof Actions]: Dispatched<Actions[I]> }
  /**
   * Appends an action and folds it; both are done when it returns. Called by a subscriber or
   * an effect, it queues, and returns before the action is applied.
   *
   * @throws PlayheadError `dispatch/not-an-action`, `dispatch/in-reducer`, `action/payload-invalid`
   * @throws PlayheadError `dispatch/not-storable` with the path of the value; nothing was changed
   * @throws PlayheadError `dispatch/parked` where the store refuses to act in the past
   */
  <A extends Dispatchable>(action: A): Dispatched<A>
}

/**
 * An action whose payload is not made yet. Intake makes it, once, with the store's clock
 * and ids; what was made is logged, so a replay finds it there. Send it like any action.
 */
export interface DeferredAction<Type extends string = string, Payload = unknown> {
  readonly type: Type
  readonly prepare: (context: PrepareContext) => Payload
}

/** What a `prepared` action may ask for. All three come from the store, so tests own them. Never state. */
export interface PrepareContext {
  /** Milliseconds since 1970; equals the record's `time`. */
  now(): number
  /** A new UUIDv7. */
  id(): string
  /** In [0, 1), like `Math.random`. */
  random(): number
}
