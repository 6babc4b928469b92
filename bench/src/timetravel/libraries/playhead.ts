import type { AnySlice } from '@playhead/core'
import { checksum } from '../../ledger/pagedLedger.ts'
import type { OpenHistory } from '../Historian.ts'
import { filledStore } from './filledStore.ts'
import { slowSlice } from './slowSlice.ts'

/** A store with its default log and checkpoints; the past is dispatched, action by action. */
const openWith =
  (others: () => readonly AnySlice[]): OpenHistory =>
  async (past) => {
    const { store, ledger } = await filledStore(past, others())
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

export const tenTimesSlower = openWith(() => [slowSlice()])

function rethrow(error: unknown): never {
  queueMicrotask(() => {
    throw error
  })
  throw error
}
