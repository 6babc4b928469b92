import type { PlacedRecord } from '@playhead/core'
import { checkRow } from './checkRow.ts'
import type { LogDatabase } from './database.ts'
import { badSeed, unavailable } from './errors.ts'
import { putRows } from './putRows.ts'

/**
 * Stores the seed in a log that is empty and never had one. Tells whether there may now be
 * records that were not there before.
 *
 * Records and the note that they were planted are written in one transaction, which looks
 * again whether the log is still empty: of two that plant at once, one does.
 *
 * @throws PlayheadError `indexeddb/bad-seed`, `indexeddb/unavailable`
 */
export async function plantSeed(
  name: string,
  database: LogDatabase,
  seed: () => readonly PlacedRecord[] | Promise<readonly PlacedRecord[]>,
): Promise<boolean> {
  if (await database.get('meta', 'seeded')) return false
  const records = await makeSeed(name, seed)
  try {
    const transaction = database.transaction(['rows', 'meta'], 'readwrite')
    const rows = transaction.objectStore('rows')
    const meta = transaction.objectStore('meta')
    const [held, seeded] = await Promise.all([rows.count(), meta.get('seeded')])
    if (held === 0 && !seeded) {
      await Promise.all([...putRows(rows, records, { over: false }), meta.put(true, 'seeded')])
    }
    await transaction.done
    return true
  } catch (thrown) {
    const unclonable = thrown instanceof DOMException && thrown.name === 'DataCloneError'
    throw unclonable ? badSeed(name, thrown) : unavailable(name, thrown)
  }
}

async function makeSeed(
  name: string,
  seed: () => readonly PlacedRecord[] | Promise<readonly PlacedRecord[]>,
): Promise<readonly PlacedRecord[]> {
  let records: readonly PlacedRecord[]
  try {
    records = await seed()
  } catch (thrown) {
    throw badSeed(name, thrown)
  }
  const problem = records.length > 0 ? checkRow(0, records, undefined) : undefined
  if (problem) throw badSeed(name, problem)
  return records
}
