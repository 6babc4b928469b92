import type { AnySlice } from '@playhead/core'
import { checksum } from '../../ledger/pagedLedger.ts'
import type { OpenSearcher } from '../Searcher.ts'
import { filledStore } from './filledStore.ts'
import { slowSlice } from './slowSlice.ts'

const openWith =
  (others: () => readonly AnySlice[]): OpenSearcher =>
  async (past) => {
    const { store, ledger } = await filledStore(past, others())
    return {
      async skip(place) {
        const branch = store.timeline.fork({ without: [place] })
        await branch.ready
        const sum = checksum(branch.get(ledger).accounts.values())
        await branch.close()
        return sum
      },
      async blame(path, countMax) {
        let count = 0
        for await (const _ of store.timeline.blame(path)) if (++count === countMax) break
        return count
      },
      async runFor(place, actions) {
        let looked = 0
        const stopped = await store.timeline.runUntil(() => ++looked === actions, { from: place })
        const end = stopped?.offset ?? store.timeline.playhead.head
        store.timeline.live()
        return end
      },
    }
  }

export const playhead = openWith(() => [])
export const tenTimesSlower = openWith(() => [slowSlice()])
