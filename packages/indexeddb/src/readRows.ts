import type { LogDatabase } from './database.ts'
import { unavailable } from './errors.ts'

/** A row as it is stored, whatever that is. */
interface RawRow {
  readonly key: unknown
  readonly value: unknown
}

/**
 * The rows of a log in order, or those with keys from one offset to another, both included.
 *
 * In pages: one request a row is slow, and one for everything is a message that Chromium may refuse.
 *
 * @throws PlayheadError `indexeddb/unavailable`
 */
export async function* readRows(
  name: string,
  database: LogDatabase,
  part?: { readonly from: number; readonly to: number },
): AsyncGenerator<RawRow> {
  let range = part ? IDBKeyRange.bound(part.from, part.to) : null
  try {
    for (;;) {
      const { store } = database.transaction('rows')
      const [keys, values] = await Promise.all([store.getAllKeys(range, PAGE_ROWS), store.getAll(range, PAGE_ROWS)])
      for (const [i, key] of keys.entries()) yield { key, value: values[i] }
      const last = keys.at(-1)
      if (last === undefined || last === part?.to || keys.length < PAGE_ROWS) return
      range = part ? IDBKeyRange.bound(last, part.to, true) : IDBKeyRange.lowerBound(last, true)
    }
  } catch (thrown) {
    throw thrown instanceof DOMException ? unavailable(name, thrown) : thrown
  }
}

const PAGE_ROWS = 64
