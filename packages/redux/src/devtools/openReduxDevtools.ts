import type { Dispatchable, Store } from '@playhead/core'
import { createRecords, createStore, fromReducer, memoryLog } from '@playhead/core'
import type { Action, Reducer } from 'redux'
import { storableParts } from '../keep/storableParts.ts'
import { readReduxDevtools } from './readReduxDevtools.ts'

/**
 * Opens an export of Redux DevTools as a log, to look at it with a timeline, branches and blame. Actions that were
 * skipped in the panel are left out, as they were there. No middleware runs.
 *
 * @throws PlayheadError `redux/not-devtools`
 */
export function openReduxDevtools<State, A extends Action>(
  text: string,
  reducer: Reducer<State, A>,
): Store<{ readonly state: State }> {
  const { actions, preloadedState, skipped } = readReduxDevtools(text)
  let time = 0
  const timed = actions
    .filter((_, at) => !skipped.has(at))
    .map(({ action, time: at }) => {
      time = at ?? time
      return { time, action: storableParts(action).stored as Dispatchable }
    })
  const records = createRecords(timed, {
    client: 'redux-devtools',
    random: () => 0,
    payloadBytesMax: Number.MAX_SAFE_INTEGER,
  })
  const state = fromReducer('state', (state: State | undefined, action: A) =>
    reducer(state === undefined ? (preloadedState as State | undefined) : state, action),
  )
  return createStore({ slices: [state], log: memoryLog({ name: 'redux-devtools', records }) })
}
