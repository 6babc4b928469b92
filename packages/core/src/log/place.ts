import type { LogRecord, PlacedRecord } from './LogRecord.ts'
import { asOffset } from './Offset.ts'

/**
 * Gives a pending record its place. Its time is raised to `lastTime`, that of the record
 * before it, so that time never decreases along a log.
 */
export function place(record: LogRecord, offset: number, lastTime: number): PlacedRecord {
  const time = Math.max(record.time, lastTime)
  if (!isBare(record)) return { offset: asOffset(offset), ...record, time }
  const { id, type, version, payload } = record
  return { offset: asOffset(offset), id, type, version, payload, time }
}

/**
 * Whether a pending record has the fields that every record has, and no others. So are most, and
 * these are written out: faster than the spread, and all of one hidden class.
 */
function isBare(record: LogRecord): boolean {
  let fields = 0
  for (const _ in record) fields++
  return fields === 5
}
