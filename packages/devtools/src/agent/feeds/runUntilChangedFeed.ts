import { sameValue } from '@playhead/core'
import { changeSearch, valueInState } from '@playhead/core/inspect'
import type { Feeds } from '../../protocol/calls.ts'
import type { FeedHandlers } from '../../protocol/serveAgent.ts'
import type { Answering } from '../calls/Answering.ts'
import { searchingChanges } from '../list/searchingChanges.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import { stateAt, stateInMemory } from '../values/rootOf.ts'
import type { AgentTime } from '../work/AgentTime.ts'
import type { Steps } from '../work/inSlices.ts'
import { inSlices } from '../work/inSlices.ts'
import { statePath } from './blameFeed.ts'

/** Moves the playhead to the next, or the last, record that changes a value. */
export const runUntilChangedFeed =
  ({ stores, time }: Answering): FeedHandlers['runUntilChanged'] =>
  (give, out) => {
    const stopped = new AbortController()
    const store = stores.get(give.store)
    statePath({ ...give, near: give.from })
    const run =
      give.direction === 'backward' ? runBack(store, give, stopped.signal, time) : runOn(store, give, stopped.signal)
    run.then(
      (at) => {
        if (stopped.signal.aborted) return
        out.part({ at })
        out.end()
      },
      (thrown) => {
        if (!stopped.signal.aborted) out.refuse(thrown)
      },
    )
    return () => stopped.abort()
  }

type Give = Feeds['runUntilChanged']['give']

async function runOn(agentStore: AgentStore, { path, from }: Give, signal: AbortSignal): Promise<number | undefined> {
  const { store } = agentStore
  // Without waiting where it need not: a seek that is asked for next is to end it.
  const before = valueInState(stateInMemory(agentStore, from) ?? (await stateAt(agentStore, from)), path)
  const stopped = await store.timeline.runUntil((view) => !sameValue(valueInState(view.getState(), path), before), {
    from,
    signal,
  })
  return stopped?.offset
}

async function runBack(store: AgentStore, { path, from }: Give, signal: AbortSignal, time: AgentTime) {
  const at = await inSlices(lastChange(store, path, from - 1), { time, signal })
  if (at !== undefined && !signal.aborted) await store.store.timeline.seek(at)
  return at
}

function* lastChange({ store }: AgentStore, path: Give['path'], from: number): Steps<number | undefined> {
  for (const found of searchingChanges(store, changeSearch(store, path, from))) {
    if (found instanceof Promise) yield found
    else if (found[0]) return found[0].record.offset
    yield
  }
  return undefined
}
