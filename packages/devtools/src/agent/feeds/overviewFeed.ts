import type { StoreOverview } from '../../protocol/overview.ts'
import type { FeedHandlers } from '../../protocol/serveAgent.ts'
import type { Answering } from '../calls/Answering.ts'
import type { AgentStore } from '../store/AgentStore.ts'

/** Every store, now and after each change, at most once a frame. */
export const overviewFeed =
  ({ stores }: Answering): FeedHandlers['overview'] =>
  (_give, out) => {
    const tell = () => out.part(stores.all.map((store) => overviewOf(store, stores.shownOn(store.stage) === store)))
    tell()
    return stores.onChange(tell)
  }

function overviewOf(store: AgentStore, shown: boolean): StoreOverview {
  const { inspection, parent, head } = store
  const { playhead } = store.store.timeline
  const { records } = inspection
  return {
    id: store.id,
    name: store.name,
    parent: parent && { id: parent.store.id, at: parent.at },
    playhead,
    span: head < 0 ? undefined : { from: records.timeAt(0), to: records.timeAt(head) },
    slices: inspection.sliceNames,
    effects: inspection.effectNames,
    locked: store.isLocked,
    capturesCallSites: store.capturesCallSites,
    shown,
    errors: store.troubles.errors,
    progress: store.progress,
  }
}
