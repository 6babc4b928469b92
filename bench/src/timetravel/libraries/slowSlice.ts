import { createSlice } from '@playhead/core'
import { ledgerActions } from '../../ledger/ledgerActions.ts'
import type { SlicesState } from '../../ledger/playheadLedger.ts'
import { bareReducer, ledgerCreators, ledgerSlices } from '../../ledger/playheadLedger.ts'

/** One more slice, which takes nine times as long as the others do together. */
export function slowSlice() {
  const us = foldCostUs() * 9
  const { posted, settled, filtered, renamed } = ledgerCreators
  return createSlice('burden', 0, (on) => [
    on([posted, settled, filtered, renamed], (n) => {
      spin(us)
      return n
    }),
  ])
}

export function spin(us: number): void {
  const end = performance.now() + us / 1_000
  while (performance.now() < end);
}

/** What the reducers of the ledger cost for one action. */
export function foldCostUs(): number {
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
