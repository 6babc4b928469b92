import type { PlacedRecord } from '@playhead/core'
import type { IDBPObjectStore, StoreNames } from 'idb'
import type { LogSchema } from './database.ts'

type RowStore = IDBPObjectStore<LogSchema, StoreNames<LogSchema>[], 'rows', 'readwrite'>

/**
 * Asks for consecutive records to be stored as rows: each under the offset of its first record.
 * Whether it worked is told by the transaction, which is ended if one cannot even be asked for.
 *
 * One row a flush and not one a record: 100,000 records were written in 33 s one by one, and
 * in under a second in rows of a thousand.
 *
 * @param over whether a row of the same key is replaced; otherwise it fails the transaction
 */
export function putRows(store: RowStore, records: readonly PlacedRecord[], { over }: { readonly over: boolean }): void {
  try {
    for (let from = 0; from < records.length; from += ROW_RECORDS_MAX) {
      const row = records.slice(from, from + ROW_RECORDS_MAX)
      const { offset } = row[0] as PlacedRecord
      const request = over ? store.put(row, offset) : store.add(row, offset)
      request.catch(toldByTransaction)
    }
  } catch (thrown) {
    store.transaction.done.catch(toldHere)
    store.transaction.abort()
    throw thrown
  }
}

/** Larger rows are no faster to write, and slower to read one record from. */
export const ROW_RECORDS_MAX = 1_024

const toldByTransaction = () => {}
const toldHere = () => {}
