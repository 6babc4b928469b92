import type { PlacedRecord } from '@playhead/core'

/** What must be known of the record before. */
type Before = Pick<PlacedRecord, 'offset' | 'time'>

/**
 * What is wrong with a row that comes after the record `before`, in words that go on from
 * "Log … is damaged: "; nothing where it is sound.
 */
export function checkRow(key: unknown, value: unknown, before: Before | undefined): string | undefined {
  const next = (before?.offset ?? -1) + 1
  if (key !== next) {
    return `the row of offset ${next} is missing or misplaced: the next one found has the key ${shown(key)}`
  }
  if (!Array.isArray(value) || value.length === 0) {
    return `row ${key} holds ${shown(value)} where a list of records belongs`
  }
  let last = before
  for (const [i, record] of value.entries()) {
    const problem = checkRecord(record, next + i, last)
    if (problem) return `row ${key} holds at offset ${next + i} a record ${problem}`
    last = record as PlacedRecord
  }
  return undefined
}

function checkRecord(record: unknown, offset: number, before: Before | undefined): string | undefined {
  if (typeof record !== 'object' || record === null) return `that is ${shown(record)}`
  const fields: { readonly [K in keyof PlacedRecord]?: unknown } = record
  if (fields.offset !== offset) return `with the offset ${shown(fields.offset)}`
  if (typeof fields.id !== 'string') return `with the id ${shown(fields.id)}`
  if (typeof fields.type !== 'string') return `with the type ${shown(fields.type)}`
  if (typeof fields.version !== 'number') return `with the version ${shown(fields.version)}`
  if (typeof fields.time !== 'number' || Number.isNaN(fields.time)) return `with the time ${shown(fields.time)}`
  if (before && fields.time < before.time) return `with the time ${fields.time}, earlier than ${before.time} before it`
  return undefined
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
