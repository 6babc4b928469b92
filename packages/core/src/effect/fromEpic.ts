import type { Dispatchable } from '../action/Action.ts'
import { map, Observable } from '../rx.ts'
import { asDispatched } from '../slice/fromReducer.ts'
import { streamEffect } from './createStreamEffect.ts'
import type { Effect, LiveSource } from './Effect.ts'

/** The live state as epics read it: a stream, with the newest one at hand. */
export interface EpicState<State> extends Observable<State> {
  readonly value: State
}

/**
 * Adopts an epic of redux-observable, unchanged: it gets actions as they were dispatched, a
 * `state$` with `value`, and the store's `deps`.
 *
 * Reducers have seen an action before the epic does, and what it sends is queued, as there. An
 * error does not end it as it would there: see `createStreamEffect`.
 */
export function fromEpic<A extends { readonly type: string }, State, Deps extends object = object>(
  name: string,
  epic: Epic<A, State, Deps>['run'],
): Effect<Deps> {
  return streamEffect<Deps>(name, (record$, _, live) => {
    const action$ = record$.pipe(map((record) => asDispatched(record) as A))
    return epic(action$, epicState(live) as EpicState<State>, live.deps as Deps)
  })
}

/** A method, so that redux-observable's own class for `state$`, which has private fields, fits. */
interface Epic<A, State, Deps> {
  run(action$: Observable<A>, state$: EpicState<State>, dependencies: Deps): Observable<Dispatchable>
}

function epicState(live: LiveSource): EpicState<object> {
  const state$ = new Observable<object>((subscriber) => live.state$.subscribe(subscriber))
  return Object.defineProperty(state$, 'value', { get: () => live.getState() }) as EpicState<object>
}
