import { isPlainObject } from '../data/isPlainObject.ts'
import { isTable } from '../table/isTable.ts'
import type { GivenSlice } from './sliceProxy.ts'
import { isProxied } from './sliceProxy.ts'

/**
 * Whether a value may lead back to `part`. A function, an instance of a class, a map or a set may hold
 * anything, and so may what is too large to be looked through.
 */
export function leadsTo(value: unknown, part: unknown, budget = { values: LOOKED_AT_MAX }): boolean {
  if (value === part || typeof value === 'function') return true
  if (typeof value !== 'object' || value === null || isTable(value)) return false
  if (--budget.values < 0) return true
  if (Array.isArray(value)) return value.some((item) => leadsTo(item, part, budget))
  if (isPlainObject(value)) return Object.values(value).some((field) => leadsTo(field, part, budget))
  return !isAtomic(value)
}

/** A value without our proxies in it. They are only looked for where selectors put them: at the top. */
export function withoutProxies(slices: readonly (GivenSlice | undefined)[], value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const slice of slices) {
    if (!isProxied(slice)) continue
    if (value === slice.given) return slice.state
    if (!mentions(value, slice.given)) continue
    const fields = value as Record<PropertyKey, unknown>
    for (const key of Object.keys(fields)) if (fields[key] === slice.given) fields[key] = slice.state
  }
  return value
}

/** Holds nothing of ours. */
const isAtomic = (value: object): boolean =>
  value instanceof Date || value instanceof ArrayBuffer || ArrayBuffer.isView(value)

const LOOKED_AT_MAX = 1_000

function mentions(value: object, part: unknown): boolean {
  if (Array.isArray(value)) return value.length <= LOOKED_THROUGH_MAX && value.includes(part)
  return isPlainObject(value) && Object.values(value).includes(part)
}

/** A longer list is made of rows, not of slices. */
const LOOKED_THROUGH_MAX = 32
