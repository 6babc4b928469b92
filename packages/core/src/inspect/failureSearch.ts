import type { FoldFailure } from '../fold/Fold.ts'
import { recordReader } from '../log/recordReader.ts'
import type { Store } from '../store/Store.ts'
import { partsOf } from '../store/storeParts.ts'
import { isVoid } from '../undo/voided.ts'
import type { Search } from '../work/searchInSlices.ts'
import { BATCH_RECORDS } from '../work/Work.ts'

/** A record that a slice's reducer threw on. */
export interface Quarantined {
  readonly slice: string
  readonly offset: number
  readonly id: string
  readonly thrown: unknown
}

/**
 * Folds the records that were in the log when the store was opened once more, from the first, and finds
 * those that are quarantined: a store tells of its own when they are dispatched, and nobody of these.
 * A step folds some 64 records. Throws `timeline/not-loaded` where they are on the disk alone; it is then over.
 */
export function* failureSearch(store: Store): Search<Quarantined> {
  const { log: logNow, client } = partsOf(store)
  const log = logNow()
  let { initial: state } = log.fold
  let end = log.head
  const recordAt = recordReader(log.records)
  for (; end >= 0 && recordAt(end).id.startsWith(client); end--)
    if (end % BATCH_RECORDS === 0) yield { records: 0, found: [] }
  for (let offset = 0; offset <= end; ) {
    const found: Quarantined[] = []
    const batchEnd = Math.min(end + 1, offset + BATCH_RECORDS)
    const began = offset
    for (; offset < batchEnd; offset++) {
      const record = recordAt(offset)
      const failed = ({ slice, thrown }: FoldFailure) =>
        found.push({ slice, offset: record.offset, id: record.id, thrown })
      state = isVoid(record) ? log.step(state, record) : log.fold.step(state, record, failed)
    }
    yield { records: offset - began, found }
  }
}
