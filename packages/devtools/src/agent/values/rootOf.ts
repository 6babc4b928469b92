import { PlayheadError } from '@playhead/core'
import type { ValueOf } from '../../protocol/values.ts'
import { recordAt } from '../records/recordAt.ts'
import type { AgentStore } from '../store/AgentStore.ts'

/** The value that a panel means, whole. Records that it needs are brought from the disk. */
export async function rootOf(store: AgentStore, value: ValueOf): Promise<unknown> {
  if (value.of === 'state') return stateAt(store, value.at)
  const record = await recordAt(store, value.at)
  return value.of === 'payload' ? record.payload : record
}

/** State just after the record at a place. */
export async function stateAt({ store, inspection }: AgentStore, at: number | 'live'): Promise<object> {
  if (at === 'live') return store.live.getState()
  // What was loaded may be dropped again while it waits.
  for (let attempt = 0; attempt < LOADS_MAX; attempt++) {
    const state = stateInMemory({ store }, at)
    if (state) return state
    await store.load(inspection.replayOf(at))
  }
  return store.at(at).getState()
}

const LOADS_MAX = 3

/** State just after the record at a place; `undefined` where records that it needs are on the disk alone. */
export function stateInMemory({ store }: Pick<AgentStore, 'store'>, at: number): object | undefined {
  try {
    return store.at(at).getState()
  } catch (thrown) {
    if (isNotLoaded(thrown)) return undefined
    throw thrown
  }
}

/** Whether records that were wanted are on the disk alone. */
export const isNotLoaded = (thrown: unknown): boolean =>
  thrown instanceof PlayheadError && thrown.code === 'timeline/not-loaded'
