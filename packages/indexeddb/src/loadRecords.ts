import type { PlacedRecord } from '@playhead/core'
import { checkRow } from './checkRow.ts'
import type { LogDatabase } from './database.ts'
import { damaged } from './errors.ts'
import { readRows } from './readRows.ts'

/**
 * Everything a log holds, in order, each record checked; some of the records behind `to` among them.
 *
 * A log with anything wrong in it is refused as a whole: folded up to the damage, an app would
 * show a past that never was, and go on from it.
 *
 * @throws PlayheadError `indexeddb/damaged`, `indexeddb/unavailable`
 */
export async function loadRecords(
  name: string,
  database: LogDatabase,
  to = Number.POSITIVE_INFINITY,
): Promise<readonly PlacedRecord[]> {
  const records: PlacedRecord[] = []
  for await (const { key, value } of readRows(name, database)) {
    if (records.length > to) break
    const problem = checkRow(key, value, records.at(-1))
    if (problem) throw damaged(name, problem)
    for (const record of value as readonly PlacedRecord[]) records.push(record)
  }
  return records
}
