import { countReaders, timeReducers } from '@playhead/core/inspect'
import type { TimingView } from '../../protocol/calls.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import { stateAt } from '../values/rootOf.ts'
import { recordAt } from './recordAt.ts'

/** What a record costs: it is folded again, slice by slice, and shown again to those who read now. */
export async function timingView(store: AgentStore, at: number): Promise<TimingView> {
  await recordAt(store, at)
  // Brings what the fold reads into memory.
  await stateAt(store, at - 1)
  const reducers = timeReducers(store.store, at)
  const readers = countReaders(store.store, at)
  const total = reducers.reduce((sum, { ms }) => sum + ms, 0)
  return {
    reducers,
    selectorsRun: readers?.selectorsRun,
    subscribersTold: readers?.subscribersTold,
    slow: total >= SLOW_MS,
    slowMs: SLOW_MS,
  }
}

/** A quarter of a frame. */
const SLOW_MS = 4
