import type { AnySlice } from '@playhead/core'
import { createStore } from '@playhead/core'
import type { LedgerAction } from '../../ledger/LedgerAction.ts'
import { ledgerSlices } from '../../ledger/playheadLedger.ts'

/** A store with its default log and checkpoints, in which the past was dispatched, action by action. */
export async function filledStore(past: Iterable<LedgerAction>, others: readonly AnySlice[] = []) {
  const { ledger, page } = ledgerSlices('row')
  const slices = [ledger, page, ...others]
  const store = createStore({ slices })
  let count = 0
  for (const action of past) {
    store.dispatch(action)
    // Actions do not come in one task: between them a page paints, and loads what it needs.
    if (++count % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  await idle()
  return { store, slices, ledger, page }
}

/** The moments in which a page has nothing to do, as many as there are after the last action. */
async function idle(): Promise<void> {
  for (let moment = 0; moment < IDLE_MOMENTS; moment++) await new Promise((resolve) => setTimeout(resolve, 5))
}

const IDLE_MOMENTS = 200
