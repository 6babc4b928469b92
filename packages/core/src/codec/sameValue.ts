import type { AnyTable } from '../table/AnyTable.ts'
import type { WithTableParts } from '../table/TableParts.ts'
import { TABLE_PARTS } from '../table/TableParts.ts'
import { bytesOf, viewName } from './byteViews.ts'
import { kindOf } from './kindOf.ts'

/**
 * Whether two values would be stored alike: `-0` is not `0`, `NaN` is `NaN`, the order of fields
 * does not count, that of maps, sets and rows does. Costs nothing for what both share. Values
 * that cannot be stored are the same only where they are one.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const kind = kindOf(a)
  if (kind !== kindOf(b)) return false
  switch (kind) {
    case 'object':
      return sameFields(a as Fields, b as Fields)
    case 'array':
      return sameItems(a as readonly unknown[], b as readonly unknown[])
    case 'date':
      return Object.is((a as Date).getTime(), (b as Date).getTime())
    case 'map':
      return sameInOrder(a as ReadonlyMap<unknown, unknown>, b as ReadonlyMap<unknown, unknown>)
    case 'set':
      return sameInOrder(a as ReadonlySet<unknown>, b as ReadonlySet<unknown>)
    case 'table':
      return (a as AnyTable & WithTableParts)[TABLE_PARTS].sameRows(a as AnyTable, b as AnyTable, sameValue)
    case 'buffer':
      return sameBytes(new Uint8Array(a as ArrayBuffer), new Uint8Array(b as ArrayBuffer))
    case 'view':
      return (
        viewName(a as ArrayBufferView) === viewName(b as ArrayBufferView) &&
        sameBytes(bytesOf(a as ArrayBufferView), bytesOf(b as ArrayBufferView))
      )
    default:
      return false
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Rows are compared at every change of a table, and most differ in a field: what they have besides is counted last. */
function sameFields(a: Fields, b: Fields): boolean {
  const keys = Object.keys(a)
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string
    if (!sameValue(a[key], b[key]) || !Object.hasOwn(b, key)) return false
  }
  return keys.length === Object.keys(b).length
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (!sameValue(a[at], b[at])) return false
  return true
}

function sameInOrder(a: { size: number } & Iterable<unknown>, b: { size: number } & Iterable<unknown>): boolean {
  if (a.size !== b.size) return false
  const others = b[Symbol.iterator]()
  for (const item of a) if (!sameValue(item, others.next().value)) return false
  return true
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
