import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { EventLog, LogReader } from './EventLog.ts'
import type { LogRecord, PlacedRecord } from './LogRecord.ts'
import { place } from './place.ts'

/** What a memory log starts with. */
export interface MemoryLogOptions {
  readonly name?: string
  /** Records that are there already, with offsets from 0 without gaps: a fixture, a session. */
  readonly records?: readonly PlacedRecord[]
}

/**
 * An event log in memory: gives offsets at once, and is gone with the page. The default log
 * of a store, and the one for tests.
 *
 * It keeps nothing of what is appended, as the store that reads it does: keeping records
 * twice would double the price of a long session. So it is for one store; opening it again
 * once records were appended throws `log/in-use`.
 */
export function memoryLog({ name = 'memory', records = [] }: MemoryLogOptions = {}): EventLog {
  return offsetsFrom({ name, records, next: records.length, lastTime: records.at(-1)?.time ?? 0 })
}

/** Gives offsets from `next` on, to a store that has the records before it already. */
export function branchLog(name: string, end: { readonly next: number; readonly lastTime: number }): EventLog {
  return offsetsFrom({ name, records: [], ...end })
}

interface Beginning {
  readonly name: string
  readonly records: readonly PlacedRecord[]
  readonly next: number
  readonly lastTime: number
}

function offsetsFrom({ name, records: past, next: first, lastTime: time }: Beginning): EventLog {
  let records = past
  let next = first
  let lastTime = time
  const readers = new Set<LogReader>()
  return {
    name,
    durable: false,
    open(reader) {
      if (next > first) throw inUse(name, next - first)
      readers.add(reader)
      return records
    },
    append(batch: readonly LogRecord[]) {
      // Nobody can ask for them any more, and the store that has them may pack its own.
      if (batch.length > 0) records = []
      const answer: PlacedRecord[] = []
      for (const record of batch) {
        const placed = place(record, next++, lastTime)
        lastTime = placed.time
        answer.push(placed)
      }
      for (const reader of readers) reader.placed(answer)
    },
    flush: () => Promise.resolve(),
    close: () => {
      readers.clear()
      return Promise.resolve()
    },
  }
}

const inUse = (name: string, appended: number) =>
  new PlayheadError({
    code: 'log/in-use',
    message: DEV
      ? `Cannot open log "${name}" a second time: ${appended} records were appended to it, and a memory log leaves them to the store that opened it first. Give each store a memoryLog() of its own.`
      : [name, appended],
  })
