import { kindOf } from '../codec/kindOf.ts'
import { isTable } from '../table/isTable.ts'
import { TABLE_PARTS } from '../table/TableParts.ts'

/**
 * Memory that a value keeps alive and another does not, in bytes: an estimate from what differs,
 * by reference, between the two. What both share costs nothing, neither memory nor time, so two
 * versions of a table are compared in O(changed rows).
 *
 * Sizes are those of V8 on 64 bits. A heap snapshot is the only exact answer, and takes seconds.
 */
export function bytesBeyond(before: unknown, after: unknown): number {
  visitsLeft = VISITS_MAX
  return beyond(before, after)
}

/** Adopted reducers may keep what holds itself. */
let visitsLeft = 0
/** What lies beyond is not counted. */
const VISITS_MAX = 200_000

function beyond(before: unknown, after: unknown): number {
  if (Object.is(before, after)) return 0
  if (typeof after === 'string') return 24 + after.length
  if (typeof after !== 'object' || after === null) return typeof after === 'bigint' ? 24 : 0
  if (visitsLeft-- <= 0) return 0
  if (isTable(after)) {
    return TABLE_BYTES + after[TABLE_PARTS].bytesBeyond(isTable(before) ? before : undefined, after, beyond)
  }
  switch (kindOf(after)) {
    case 'array':
      return itemsBeyond(Array.isArray(before) ? before : NONE, after as readonly unknown[])
    case 'map':
      return mapBeyond(before instanceof Map ? before : undefined, after as ReadonlyMap<unknown, unknown>)
    case 'set':
      return 64 + 24 * (after as ReadonlySet<unknown>).size
    case 'buffer':
      return 96 + (after as ArrayBuffer).byteLength
    case 'view':
      return 160 + (after as ArrayBufferView).byteLength
    case 'date':
      return 96
    case 'other':
      return 64
    default:
      return fieldsBeyond(isFields(before) ? before : undefined, after as Fields)
  }
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !isTable(value)

function fieldsBeyond(before: Fields | undefined, after: Fields): number {
  let fields = 0
  let bytes = 24
  for (const key in after) {
    bytes += beyond(before?.[key], after[key])
    fields++
  }
  // Beyond so many, V8 keeps fields in a hash table.
  return bytes + fields * (fields > FAST_FIELDS_MAX ? 24 : 8)
}

function itemsBeyond(before: readonly unknown[], after: readonly unknown[]): number {
  let bytes = 48 + 8 * after.length
  for (let at = 0; at < after.length; at++) bytes += beyond(before[at], after[at])
  return bytes
}

function mapBeyond(before: ReadonlyMap<unknown, unknown> | undefined, after: ReadonlyMap<unknown, unknown>): number {
  let bytes = 64 + 40 * after.size
  for (const [key, value] of after) bytes += beyond(before?.get(key), value)
  return bytes
}

/** The object of a version, and its description of the tries. */
const TABLE_BYTES = 128
const FAST_FIELDS_MAX = 128
const NONE: readonly never[] = []
