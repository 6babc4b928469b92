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
  let head = records.length - 1
  let lastTime = records.at(-1)?.time ?? 0
  let reader: LogReader | undefined
  return {
    name,
    durable: false,
    open(opener) {
      reader = opener
      return records
    },
    append(batch: readonly LogRecord[]) {
      const placed = batch.map((record) => {
        const at = place(record, ++head, lastTime)
        lastTime = at.time
        return at
      })
      reader?.placed(placed)
    },
    flush: () => Promise.resolve(),
    close: () => {
      reader = undefined
      return Promise.resolve()
    },
  }
}
