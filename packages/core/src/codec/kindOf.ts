import { isTable } from '../table/isTable.ts'

/** The objects that can be stored, and `other` for those that cannot. */
export type ObjectKind = 'object' | 'array' | 'date' | 'map' | 'set' | 'table' | 'buffer' | 'view' | 'other'

/** Which of the storable objects this is. Instances of classes are none, those that extend a storable one included. */
export function kindOf(value: object): ObjectKind {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) return 'object'
  if (prototype === Array.prototype) return 'array'
  if (prototype === Date.prototype) return 'date'
  if (prototype === Map.prototype) return 'map'
  if (prototype === Set.prototype) return 'set'
  if (isTable(value)) return 'table'
  if (prototype === ArrayBuffer.prototype) return 'buffer'
  return ArrayBuffer.isView(value) ? 'view' : 'other'
}
