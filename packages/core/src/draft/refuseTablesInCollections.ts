import { DEPTH_MAX } from '../data/depthMax.ts'
import { isPlainObject } from '../data/isPlainObject.ts'
import { isTable } from '../table/isTable.ts'
import { tableInCollection, tooDeep } from './draftErrors.ts'

/**
 * Checks the initial state of a slice. Costs O(state).
 *
 * @throws PlayheadError `slice/table-in-collection` with the path, when a table stands in an array, a map or a set
 * @throws PlayheadError `slice/too-deep` when it is nested without end
 */
export function refuseTablesInCollections(state: unknown): void {
  check(state, [], false)
}

function check(value: unknown, path: readonly PropertyKey[], inCollection: boolean): void {
  if (typeof value !== 'object' || value === null) return
  if (path.length > DEPTH_MAX) throw tooDeep(path)
  if (isTable(value)) {
    if (inCollection) throw tableInCollection(path)
    for (const [key, row] of value) check(row, [...path, key], false)
  } else if (isPlainObject(value)) {
    for (const key of Object.keys(value)) check(value[key], [...path, key], inCollection)
  } else if (Array.isArray(value) || value instanceof Set) {
    let at = 0
    for (const item of value) check(item, [...path, at++], true)
  } else if (value instanceof Map) {
    for (const [key, item] of value) check(item, [...path, String(key)], true)
  }
}
