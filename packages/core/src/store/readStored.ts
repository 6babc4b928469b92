import type { ActionInfo } from '../action/ActionInfo.ts'
import { protect } from '../data/deepFreeze.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import type { FoldContext } from '../fold/FoldContext.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { readRecord } from '../log/readRecord.ts'

/** What a log held, brought up to date, and the problems met on the way: one for each kind and action type. */
export interface StoredRecords {
  readonly records: readonly PlacedRecord[]
  readonly problems: Iterable<PlayheadError>
}

export function readStored(
  stored: readonly PlacedRecord[],
  infos: ReadonlyMap<string, ActionInfo>,
  context: FoldContext,
): StoredRecords {
  const problems = new Map<string, PlayheadError>()
  const records = stored.map((each) => {
    const { record, problem } = readRecord(each, infos)
    protect(record.payload)
    if (!problem) return record
    const kind = `${problem.code} ${record.type}`
    if (!problems.has(kind)) problems.set(kind, problem)
    if (problem.code === 'action/upcast-failed') {
      context.unreadable ??= new Set()
      context.unreadable.add(record.id)
    }
    return record
  })
  return { records, problems: problems.values() }
}
