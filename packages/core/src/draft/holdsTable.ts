import { isPlainObject } from '../data/isPlainObject.ts'
import { isTable } from '../table/isTable.ts'

/**
 * Whether a plain object has a table in one of its fields, or in a plain object below one.
 * Arrays, maps and sets hold no tables. For objects of a state, which never change: the answer
 * is remembered.
 */
export function holdsTable(value: object): boolean {
  if (!isPlainObject(value)) return false
  const known = answers.get(value)
  if (known !== undefined) return known
  const answer = fieldsHoldTable(value, holdsTable)
  answers.set(value, answer)
  return answer
}

/** The same for an object that may still change. */
export const holdsTableNow = (value: object): boolean => isPlainObject(value) && fieldsHoldTable(value, holdsTableNow)

function fieldsHoldTable(value: Record<string, unknown>, holds: (field: object) => boolean): boolean {
  for (const key in value) {
    const field = value[key]
    if (typeof field === 'object' && field !== null && (isTable(field) || holds(field))) return true
  }
  return false
}

const answers = new WeakMap<object, boolean>()
