import type { RecordView } from '../../protocol/RecordView.ts'
import { IN_A_LINE, preview } from '../preview/preview.ts'
import { visibleText } from '../preview/visibleText.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import type { Steps } from '../work/inSlices.ts'
import { causeGraph } from './causeGraph.ts'
import { recordAt } from './recordAt.ts'

/** Everything of a record but its payload. */
export async function recordView(
  store: AgentStore,
  at: number,
  run: <T>(work: Steps<T>) => Promise<T>,
): Promise<RecordView> {
  const record = await recordAt(store, at)
  const { inspection } = store
  const cause = record.causedBy === undefined ? undefined : await run(causeOf(store, record.causedBy, at))
  return {
    offset: record.offset,
    id: record.id,
    type: visibleText(record.type),
    version: record.version,
    knownVersion: inspection.versionOf(record.type),
    time: record.time,
    sincePrevious: at === 0 ? 0 : record.time - inspection.records.timeAt(at - 1),
    actor: record.actor,
    group: record.group,
    cause,
    effect: record.effect,
    rest: record.rest && preview(record.rest, IN_A_LINE),
    slices: inspection.slicesOf(record),
    errors: store.errorsOf(record.id),
    callSite: store.callSiteOf(record.id),
    capturesCallSites: store.capturesCallSites,
  }
}

function* causeOf(store: AgentStore, id: string, at: number): Steps<RecordView['cause']> {
  const { ancestors } = yield* causeGraph(store, at)
  const cause = ancestors.at(-1)
  return cause?.id === id ? { id, offset: cause.offset, type: cause.type } : { id, offset: undefined, type: undefined }
}
