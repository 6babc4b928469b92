import { temporal } from 'zundo'
import { createStore } from 'zustand/vanilla'
import { pagedLedger } from '../../ledger/pagedLedger.ts'
import type { OpenHistory } from '../Historian.ts'

/**
 * zustand with its undo middleware, without a limit. The past is handed over as states: setting
 * them one by one copies the list of all before each.
 */
export const zundo: OpenHistory = (past) => {
  const pastStates = []
  let state = pagedLedger.initial
  for (const action of past) {
    pastStates.push(state)
    state = pagedLedger.reduce(state, action)
  }
  let place = pastStates.length
  const store = createStore(temporal(() => state, { pastStates }))
  const history = store.temporal
  const move = (to: number) => {
    if (to < place) history.getState().undo(place - to)
    else if (to > place) history.getState().redo(to - place)
    place = to
  }
  return {
    dispatch(action) {
      store.setState((before) => pagedLedger.reduce(before, action), true)
      place++
    },
    seek: (to) => move(to + 1),
    stepBack: () => move(place - 1),
    total: () => pagedLedger.total(store.getState()),
  }
}
