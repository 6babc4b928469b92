import type { TypeSeen } from '../../protocol/rows.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import type { Steps } from '../work/inSlices.ts'

/** Types in the log, most frequent first, then those that the app has defined and not used. */
export function* typesSeen(store: AgentStore): Steps<readonly TypeSeen[]> {
  yield* store.knowing(0, store.head)
  const { index, inspection, head } = store
  const counts = new Float64Array(index.types.size)
  for (let offset = 0; offset <= head; offset++) {
    if (offset % YIELD_EVERY === YIELD_EVERY - 1) yield
    const type = index.typeAt(offset)
    counts[type] = (counts[type] as number) + 1
  }
  const records = new Map<string, number>()
  for (const type of inspection.definedTypes()) records.set(type, 0)
  for (const [type, count] of counts.entries()) {
    const name = index.types.textOf(type)
    if (name !== undefined) records.set(name, count)
  }
  return [...records]
    .sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))
    .slice(0, TYPES_MAX)
    .map(([type, count]) => ({
      type,
      slice: inspection.slicesOf({ type, payload: undefined })[0],
      records: count,
      hasSchema: inspection.schemaOf(type) !== undefined,
    }))
}

const TYPES_MAX = 500
const YIELD_EVERY = 65_536
