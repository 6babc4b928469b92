import { checksum } from '../../ledger/pagedLedger.ts'
import type { LedgerSlice, SlicesState } from '../../ledger/playheadLedger.ts'
import { bareReducer, ledgerSlices } from '../../ledger/playheadLedger.ts'
import type { OpenSearcher } from '../Searcher.ts'
import { foldCostUs, spin } from './slowSlice.ts'

/** No library: the state before the action that is left out, and the same reducers in a loop from there on. */
const openWith =
  (burdenUs: () => number): OpenSearcher =>
  async (past) => {
    const { ledger, page } = ledgerSlices('row')
    const reduce = bareReducer({ ledger, page })
    const us = burdenUs()
    const foldFrom = (state: SlicesState, from: number): SlicesState => {
      let folded = state
      for (let at = from; at < past.length; at++) {
        folded = reduce(folded, past[at] as (typeof past)[number])
        if (us > 0) spin(us)
      }
      return folded
    }
    const known = new Map<number, SlicesState>()
    return {
      prepare(places) {
        let state: SlicesState = { ledger: ledger.initial, page: page.initial }
        for (let at = 0; at < past.length; at++) {
          if (places.includes(at)) known.set(at, state)
          state = reduce(state, past[at] as (typeof past)[number])
        }
      },
      async skip(place) {
        const state = foldFrom(known.get(place) as SlicesState, place + 1)
        return checksum((state.ledger as LedgerSlice['initial']).accounts.values())
      },
    }
  }

export const foldSuffix = openWith(() => 0)
export const foldSlowSuffix = openWith(() => foldCostUs() * 9)
