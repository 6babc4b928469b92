import type { OpenLists } from '../list/OpenLists.ts'
import type { AgentStores } from '../store/AgentStores.ts'
import type { AgentTime } from '../work/AgentTime.ts'
import type { Steps } from '../work/inSlices.ts'

/** What the answers to a panel are made from. */
export interface Answering {
  readonly app: string
  readonly stores: AgentStores
  /** The lists that this panel has open. */
  readonly lists: OpenLists
  readonly time: AgentTime
  /** Does long work in slices. Rejects when the panel goes. */
  run<T>(work: Steps<T>): Promise<T>
}
