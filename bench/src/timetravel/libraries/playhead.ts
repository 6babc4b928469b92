import type { AnySlice } from '@playhead/core'
import { createSlice, createStore } from '@playhead/core'
import { ledgerActions } from '../../ledger/ledgerActions.ts'
import { checksum } from '../../ledger/pagedLedger.ts'
import type { SlicesState } from '../../ledger/playheadLedger.ts'
import { bareReducer, ledgerCreators, ledgerSlices } from '../../ledger/playheadLedger.ts'
import type { OpenHistory } from '../Historian.ts'

/** A store with its default log and checkpoints; the past is dispatched, action by action. */
const openWith =
  (others: () => readonly AnySlice[]): OpenHistory =>
  (past) => {
    const { ledger, page } = ledgerSlices('row')
    const store = createStore({ slices: [ledger, page, ...others()] })
    for (const action of past) store.dispatch(action)
    // In memory a move is done when the call returns; its promise is for logs on disk.
    const moved = (move: Promise<unknown>) => move.catch(rethrow)
    return {
      dispatch(action) {
        store.timeline.live()
        store.dispatch(action)
      },
      seek: (place) => void moved(store.timeline.seek(place)),
      stepBack: () => void moved(store.timeline.step(-1)),
      total: () => checksum(store.get(ledger).accounts.values()),
    }
  }

export const playhead = openWith(() => [])

/** One more slice, which takes nine times as long as the others do together. */
export const tenTimesSlower = openWith(() => {
  const us = foldCostUs() * 9
  const { posted, settled, filtered, renamed } = ledgerCreators
  const burden = createSlice('burden', 0, (on) => [
    on([posted, settled, filtered, renamed], (n) => {
      const end = performance.now() + us / 1_000
      while (performance.now() < end);
      return n
    }),
  ])
  return [burden]
})

/** What the reducers of the ledger cost for one action. */
function foldCostUs(): number {
  const { ledger, page } = ledgerSlices('row')
  const reduce = bareReducer({ ledger, page })
  const actions = ledgerActions(40_000)
  let state: SlicesState = { ledger: ledger.initial, page: page.initial }
  let start = 0
  actions.forEach((action, at) => {
    if (at === 20_000) start = performance.now()
    state = reduce(state, action)
  })
  return ((performance.now() - start) * 1_000) / 20_000
}

function rethrow(error: unknown): never {
  queueMicrotask(() => {
    throw error
  })
  throw error
}
