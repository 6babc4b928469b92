import { isPlainObject } from '../data/isPlainObject.ts'
import { isTable } from '../table/isTable.ts'

/**
 * Whether a plain object has a table in one of its fields, or in a plain object below one.
 * Arrays, maps and sets hold no tables.
 */
export function holdsTable(value: object): boolean {
  if (!isPlainObject(value)) return false
  for (const key in value) {
    const field = value[key]
    if (typeof field === 'object' && field !== null && (isTable(field) || holdsTable(field))) return true
  }
  return false
}
