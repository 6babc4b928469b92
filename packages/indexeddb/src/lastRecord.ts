import type { PlacedRecord } from '@playhead/core'
import { checkRow } from './checkRow.ts'
import type { LogDatabase } from './database.ts'
import { damaged, unavailable } from './errors.ts'
import { loadRecords } from './loadRecords.ts'
import { justBefore } from './readRange.ts'

/**
 * The newest record of a log.
 *
 * @throws PlayheadError `indexeddb/damaged`, `indexeddb/unavailable`
 */
export async function lastRecord(name: string, database: LogDatabase): Promise<PlacedRecord | undefined> {
  const row = await lastRow(name, database)
  if (!row) return undefined
  const problem = typeof row.key === 'number' ? checkRow(row.key, row.value, justBefore(row.key)) : 'it has other rows'
  if (problem === undefined) return (row.value as readonly PlacedRecord[]).at(-1)
  // Where something is wrong, the first of it is told.
  await loadRecords(name, database)
  throw damaged(name, problem)
}

async function lastRow(
  name: string,
  database: LogDatabase,
): Promise<{ readonly key: unknown; readonly value: unknown } | undefined> {
  try {
    const cursor = await database.transaction('rows').store.openCursor(null, 'prev')
    return cursor ? { key: cursor.key, value: cursor.value } : undefined
  } catch (thrown) {
    throw thrown instanceof DOMException ? unavailable(name, thrown) : thrown
  }
}
