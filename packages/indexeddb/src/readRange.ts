import type { PlacedRecord } from '@playhead/core'
import { checkRow } from './checkRow.ts'
import type { LogDatabase } from './database.ts'
import { damaged, unavailable } from './errors.ts'
import { loadRecords } from './loadRecords.ts'
import { readRows } from './readRows.ts'

/** Offsets of records, both included. */
export interface Part {
  readonly from: number
  readonly to: number
}

/**
 * Some of the records that a log holds, in order, each checked. Offsets that it has not are left out.
 *
 * @throws PlayheadError `indexeddb/damaged`, `indexeddb/unavailable`
 */
export async function readRange(
  name: string,
  database: LogDatabase,
  { from, to }: Part,
): Promise<readonly PlacedRecord[]> {
  if (to < from) return []
  if (from === 0) return (await loadRecords(name, database, to)).slice(0, to + 1)
  const start = await rowOf(name, database, from)
  const records: PlacedRecord[] = []
  if (start === undefined) return records
  let before: Pick<PlacedRecord, 'offset' | 'time'> | undefined = justBefore(start)
  for await (const { key, value } of readRows(name, database, { from: start, to })) {
    const problem = checkRow(key, value, before)
    if (problem) throw damaged(name, problem)
    for (const record of value as readonly PlacedRecord[]) {
      if (record.offset >= from && record.offset <= to) records.push(record)
      before = record
    }
  }
  return records
}

/** The key of the row that would hold a record. */
async function rowOf(name: string, database: LogDatabase, offset: number): Promise<number | undefined> {
  try {
    const cursor = await database.transaction('rows').store.openKeyCursor(IDBKeyRange.upperBound(offset), 'prev')
    return cursor?.key
  } catch (thrown) {
    throw thrown instanceof DOMException ? unavailable(name, thrown) : thrown
  }
}

/** What may come before a row, as far as the row alone can tell. */
export const justBefore = (row: number): Pick<PlacedRecord, 'offset' | 'time'> | undefined =>
  row === 0 ? undefined : { offset: (row - 1) as PlacedRecord['offset'], time: Number.NEGATIVE_INFINITY }
