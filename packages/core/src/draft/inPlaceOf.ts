import { isPlainObject } from '../data/isPlainObject.ts'
import { inOrderOf } from '../table/createTable.ts'
import { isTable } from '../table/isTable.ts'
import { holdsTable } from './holdsTable.ts'

/**
 * A value whose tables have the order of those whose place they take: the order is the slice's,
 * and neither a reducer's nor a checkpoint's. For a state that was decoded, `before` is the
 * initial state. Tables in rows keep their own.
 */
export function inPlaceOf<T>(value: T, before: unknown): T
export function inPlaceOf(value: unknown, before: unknown): unknown {
  if (value === before) return value
  if (isTable(value)) return isTable(before) ? inOrderOf(value, before) : value
  if (!isPlainObject(value) || !isPlainObject(before) || !holdsTable(before)) return value
  let ordered: Record<string, unknown> | undefined
  for (const key of Object.keys(value)) {
    const field = value[key]
    const placed = inPlaceOf(field, Object.hasOwn(before, key) ? before[key] : undefined)
    if (placed === field) continue
    ordered ??= { ...value }
    ordered[key] = placed
  }
  return ordered ?? value
}
