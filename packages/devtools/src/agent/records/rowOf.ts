import type { PlacedRecord } from '@playhead/core'
import type { RecordRow } from '../../protocol/rows.ts'
import type { ListRow } from '../list/FoldedRows.ts'
import { summaryOf } from '../preview/summaryOf.ts'
import { visibleText } from '../preview/visibleText.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import { recordAt } from './recordAt.ts'

/** A row of a list: a record, or a run of them. */
export async function rowOf(store: AgentStore, { offset, end, count }: ListRow): Promise<RecordRow> {
  const row = rowOfRecord(store, await recordAt(store, offset))
  return count === 1 ? row : { ...row, count, last: { offset: end, time: store.inspection.records.timeAt(end) } }
}

/** A record that is at hand, as a row of its own. */
export function rowOfRecord(store: AgentStore, record: PlacedRecord): RecordRow {
  const { offset, time } = record
  return {
    offset,
    id: record.id,
    type: visibleText(record.type),
    time,
    sincePrevious: offset === 0 ? 0 : time - store.inspection.records.timeAt(offset - 1),
    slice: store.inspection.slicesOf(record)[0],
    effect: record.effect?.name,
    causedBy: record.causedBy,
    actor: record.actor,
    summary: summaryOf(record.payload),
    failed: store.isFailed(record.id),
    count: 1,
  }
}
