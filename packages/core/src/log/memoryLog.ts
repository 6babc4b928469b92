import type { EventLog, LogReader } from './EventLog.ts'
import type { LogRecord, PlacedRecord } from './LogRecord.ts'
import { place } from './place.ts'

/** What a memory log starts with. */
export interface MemoryLogOptions {
  readonly name?: string
  /** Records that are there already, with offsets from 0 without gaps: a fixture, a session, a branch's past. */
  readonly records?: readonly PlacedRecord[]
}

/**
 * An event log in memory: gives offsets at once, and is gone with the page. The default log
 * of a store, and the one for tests and branches.
 */
export function memoryLog({ name = 'memory', records = [] }: MemoryLogOptions = {}): EventLog {
  const placed = [...records]
  const readers = new Set<LogReader>()
  return {
    name,
    durable: false,
    open(reader) {
      readers.add(reader)
      return [...placed]
    },
    append(batch: readonly LogRecord[]) {
      const answer = batch.map((record) => {
        const at = place(record, placed.length, placed.at(-1)?.time ?? 0)
        placed.push(at)
        return at
      })
      for (const reader of readers) reader.placed(answer)
    },
    flush: () => Promise.resolve(),
    close: () => {
      readers.clear()
      return Promise.resolve()
    },
  }
}
