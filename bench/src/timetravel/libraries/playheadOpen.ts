import { createStore, packedLog, packLog } from '@playhead/core'
import { checksum } from '../../ledger/pagedLedger.ts'
import type { LedgerSlice, SlicesState } from '../../ledger/playheadLedger.ts'
import { bareReducer, ledgerSlices } from '../../ledger/playheadLedger.ts'
import type { StoreHistory } from '../Searcher.ts'
import { filledStore } from './filledStore.ts'

/** A log as bytes, opened in a new store: the newest state from a checkpoint, or by folding all records. */
const openWith =
  (build: { readonly build?: string }): StoreHistory =>
  async (past) => {
    const { store, slices, ledger } = await filledStore(past)
    // As it comes from a disk or another thread: nothing in it is shared with the store of before.
    const packed = structuredClone(await packLog(store, { build: '1' }))
    await store.close()
    return {
      open() {
        const opened = createStore({ slices, log: packedLog(packed), ...build })
        return checksum(opened.get(ledger).accounts.values())
      },
    }
  }

export const fromCheckpoint = openWith({ build: '1' })
export const folding = openWith({})

/** No library: the same reducers over an array of actions. */
export const bareLoop: StoreHistory = async (past) => ({
  open() {
    const { ledger, page } = ledgerSlices('row')
    const reduce = bareReducer({ ledger, page })
    let state: SlicesState = { ledger: ledger.initial, page: page.initial }
    for (const action of past) state = reduce(state, action)
    return checksum((state.ledger as LedgerSlice['initial']).accounts.values())
  },
})
