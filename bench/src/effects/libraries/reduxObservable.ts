import { applyMiddleware, legacy_createStore } from 'redux'
import { combineEpics, createEpicMiddleware, ofType } from 'redux-observable'
import type { Observable } from 'rxjs'
import { mergeMap, of } from 'rxjs'
import type { EffectsContestant } from '../EffectsContestant.ts'
import { count, effectTypes, OTHER } from '../effectTypes.ts'

interface BenchAction {
  readonly type: string
  readonly payload: number
}

/** One epic for each effect, combined. */
export const reduxObservable: EffectsContestant = (effects) => {
  const types = effectTypes(effects)
  const middleware = createEpicMiddleware<BenchAction, BenchAction>()
  const store = legacy_createStore(count, applyMiddleware(middleware))
  const epics = types.map(
    ({ ping, pong }) =>
      (action$: Observable<BenchAction>) =>
        action$.pipe(
          ofType(ping),
          mergeMap(({ payload }: BenchAction) => of({ type: pong, payload })),
        ),
  )
  middleware.run(combineEpics(...epics))
  return {
    ping: (at) => void store.dispatch({ type: types[at]?.ping as string, payload: at }),
    pongs: () => store.getState().pongs,
    other: () => void store.dispatch({ type: OTHER, payload: 0 }),
    others: () => store.getState().others,
  }
}
