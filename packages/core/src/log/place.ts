import type { LogRecord, PlacedRecord } from './LogRecord.ts'
import { asOffset } from './Offset.ts'

/**
 * Gives a pending record its place. Its time is raised to `lastTime`, that of the record
 * before it, so that time never decreases along a log.
 */
export function place(record: LogRecord, offset: number, lastTime: number): PlacedRecord {
  return { ...record, offset: asOffset(offset), time: Math.max(record.time, lastTime) }
}
