import type { PlacedRecord, RecordId, Store } from '@playhead/core'
import type { PostedEntry } from '../../ledger/index.ts'

/** As far as a cause is looked for: an import of a hundred thousand entries has one. */
const SEARCH_MAX = 150_000

type Log = Pick<Store, 'recordAt'> & { readonly timeline: { readonly playhead: { readonly head: number } } }

/** The record with an id, at or before a place; undefined where it is further back or not in memory. */
export function recordById(store: Log, id: RecordId, from: number): PlacedRecord | undefined {
  for (let offset = from; offset >= 0 && from - offset < SEARCH_MAX; offset--) {
    const record = store.recordAt(offset)
    if (!record) return undefined
    if (record.id === id) return record
  }
  return undefined
}

/**
 * The record that booked an entry. The ledger does not know offsets; times never go back along a log, so the first
 * record of the entry's time is found by bisecting: O(log records).
 */
export function recordOfEntry(store: Log, { entryId, recordedAt }: PostedEntry): PlacedRecord | undefined {
  const { head } = store.timeline.playhead
  let low = 0
  let high = head + 1
  while (low < high) {
    const middle = (low + high) >>> 1
    const time = store.recordAt(middle)?.time
    if (time === undefined) return undefined
    if (time < recordedAt) low = middle + 1
    else high = middle
  }
  for (let offset = low; offset <= head; offset++) {
    const record = store.recordAt(offset)
    if (!record || record.time > recordedAt) return undefined
    if (record.type === 'bank/entryPosted' && isOf(record.payload, entryId)) return record
  }
  return undefined
}

const isOf = (payload: unknown, entryId: string): boolean =>
  typeof payload === 'object' && payload !== null && 'entryId' in payload && payload.entryId === entryId
