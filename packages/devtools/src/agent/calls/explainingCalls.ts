import type { CallHandlers } from '../../protocol/serveAgent.ts'
import { causeGraph } from '../records/causeGraph.ts'
import { timingView } from '../records/timingView.ts'
import { healthOf } from '../store/healthOf.ts'
import type { Answering } from './Answering.ts'

/** Why a record came about, what it cost, and how a store is. */
export const explainingCalls = ({ stores, run }: Answering): Pick<CallHandlers, 'causes' | 'timing' | 'health'> => ({
  causes: ({ store, at }) => run(causeGraph(stores.get(store), at)),
  timing: ({ store, at }) => timingView(stores.get(store), at),
  health: ({ store }) => healthOf(stores.get(store)),
})
