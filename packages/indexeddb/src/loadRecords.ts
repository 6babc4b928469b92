import type { PlacedRecord } from '@playhead/core'
import { checkRow } from './checkRow.ts'
import type { LogDatabase } from './database.ts'
import { damaged, unavailable } from './errors.ts'

/**
 * Everything a log holds, in order, each record checked.
 *
 * A log with anything wrong in it is refused as a whole: folded up to the damage, an app would
 * show a past that never was, and go on from it.
 *
 * @throws PlayheadError `indexeddb/damaged`, `indexeddb/unavailable`
 */
export async function loadRecords(name: string, database: LogDatabase): Promise<readonly PlacedRecord[]> {
  const records: PlacedRecord[] = []
  for await (const { key, value } of readRows(name, database)) {
    const problem = checkRow(key, value, records.at(-1))
    if (problem) throw damaged(name, problem)
    for (const record of value as readonly PlacedRecord[]) records.push(record)
  }
  return records
}

/** In pages: one request a row is slow, and one for everything is a message that Chromium may refuse. */
async function* readRows(name: string, database: LogDatabase): AsyncGenerator<{ key: unknown; value: unknown }> {
  let range: IDBKeyRange | null = null
  try {
    for (;;) {
      const { store } = database.transaction('rows')
      const [keys, values] = await Promise.all([store.getAllKeys(range, PAGE_ROWS), store.getAll(range, PAGE_ROWS)])
      for (const [i, key] of keys.entries()) yield { key, value: values[i] }
      const last = keys.at(-1)
      if (last === undefined || keys.length < PAGE_ROWS) return
      range = IDBKeyRange.lowerBound(last, true)
    }
  } catch (thrown) {
    throw thrown instanceof DOMException ? unavailable(name, thrown) : thrown
  }
}

const PAGE_ROWS = 64
