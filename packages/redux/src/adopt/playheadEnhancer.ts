import type { ParkedPolicy, Store } from '@playhead/core'
import { createStore, fromReducer } from '@playhead/core'
import type { Action, Reducer, Store as ReduxStore, StoreEnhancer } from 'redux'
import { KeptParts } from '../keep/KeptParts.ts'
import { Reducers } from './Reducers.ts'

/** What the enhancer adds to a Redux store. */
export interface PlayheadExtension {
  /**
   * The log of this store, with its timeline: `store.playhead.timeline.seek(12)`. The state is that of its one
   * slice, `state`.
   */
  readonly playhead: Store<{ readonly state: unknown }>
}

export interface EnhancerOptions {
  /** What a dispatch does while the playhead is parked. Default `append`: at the head, out of sight. */
  readonly parked?: ParkedPolicy
  /**
   * What `replaceReducer` does. `from-here`, the default, as Redux does: what was folded stays, and what comes is
   * folded by the new reducer. `refold` folds the whole log by it, behind the scenes: for hot reload.
   */
  readonly replaced?: 'from-here' | 'refold'
  /** Memory for the log, in bytes, as `createStore` has it. Default 256 MiB. */
  readonly memoryBytesMax?: number
  /** Stamped on records. */
  readonly actor?: string
}

/**
 * Gives an existing Redux store a log, checkpoints, a timeline, branches, blame and the devtools panel:
 *
 * ```ts
 * const store = configureStore({ reducer, enhancers: (defaults) => defaults().concat(playheadEnhancer()) })
 * store.playhead.timeline.seek(12)
 * ```
 *
 * Reducers, middleware, thunks, sagas, listeners, RTK Query and react-redux stay as they are. Each action that
 * reaches the reducers is one record; it is folded once, and that state is the store's. While the playhead is
 * parked, `getState` gives the past, and what is dispatched is appended at the head.
 *
 * Parts of an action that cannot be stored (functions, requests, class instances) are kept in memory: reducers get
 * them, also in a replay, and a session file has a placeholder instead.
 *
 * Put it last, so that it sees what comes out of the middleware.
 */
export function playheadEnhancer(options: EnhancerOptions = {}): StoreEnhancer<PlayheadExtension> {
  return (createReduxStore) => (reducer, preloadedState) =>
    enhanced(createReduxStore as CreateReduxStore, reducer as Reducer, preloadedState, options) as never
}

type CreateReduxStore = (reducer: Reducer) => ReduxStore

function enhanced(
  createReduxStore: CreateReduxStore,
  reducer: Reducer,
  preloadedState: unknown,
  { parked, replaced = 'from-here', memoryBytesMax, actor }: EnhancerOptions,
): ReduxStore & PlayheadExtension {
  const kept = new KeptParts()
  const reducers = new Reducers(reducer, preloadedState, kept)
  const state = fromReducer('state', reducers.fold)
  const playhead = createStore({
    slices: [state],
    // Redux sets no bound, and a server's answer may be large.
    payloadBytesMax: Number.MAX_SAFE_INTEGER,
    ...(parked !== undefined && { parked }),
    ...(memoryBytesMax !== undefined && { memoryBytesMax }),
    ...(actor !== undefined && { actor }),
  })

  let isDispatching = false
  const record = (action: Action): void => {
    isDispatching = true
    try {
      kept.dispatch(playhead, action, reducers.mark())
    } finally {
      isDispatching = false
    }
  }

  // Redux's own store calls the subscribers and refuses what must not be done; this reducer asks the log.
  const redux = createReduxStore((_, action) => {
    if (action.type !== MOVED && !isOwnOfRedux(action)) record(action)
    return playhead.get(state)
  })
  playhead.subscribe(() => {
    if (!isDispatching) redux.dispatch({ type: MOVED })
  })

  return {
    ...redux,
    playhead,
    replaceReducer(next) {
      if (replaced === 'from-here') {
        reducers.add(next as Reducer)
        redux.dispatch({ type: REPLACED })
      } else {
        reducers.replace(next as Reducer)
        playhead.replace(fromReducer('state', reducers.fold)).catch(() => {
          // The store was closed meanwhile: there is nothing to replace.
        })
      }
    },
  }
}

/** The view has moved: the state is another one, and no action led to it. */
const MOVED = '@@playhead/moved'

/** A reducer was replaced: recorded, because from here on the log is folded by another one. */
const REPLACED = '@@playhead/reducer-replaced'

/** `@@redux/INIT…`, sent by Redux to itself. What others call `@@…` is theirs, and recorded. */
const isOwnOfRedux = ({ type }: Action): boolean => type.startsWith('@@redux/')

/**
 * The log of a Redux store that was made with `playheadEnhancer`, with the type of its state.
 *
 * @throws Error where the store has none
 */
export function playheadOf<State>(store: ReduxStore<State>): Store<{ readonly state: State }> {
  if ('playhead' in store) return store.playhead as Store<{ readonly state: State }>
  throw new Error('This Redux store has no log: add playheadEnhancer() to its enhancers.')
}
