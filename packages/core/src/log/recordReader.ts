import type { PlacedRecord } from './LogRecord.ts'
import { notLoaded } from './notLoaded.ts'
import type { RecordList, RecordRun } from './RecordList.ts'

/**
 * Reads many neighbouring records: looks a chunk up once and not once a record.
 *
 * @throws PlayheadError `timeline/not-loaded` for a record that is in the durable log only
 */
export function recordReader(list: RecordList): (offset: number) => PlacedRecord {
  let run: RecordRun = { from: 0, records: [] }
  return (offset) => {
    let at = offset - run.from
    if (at < 0 || at >= run.records.length) {
      run = list.around(offset) ?? run
      at = offset - run.from
    }
    const record = at < 0 ? undefined : run.records[at]
    if (!record) throw notLoaded(offset, offset)
    return record
  }
}
