import { isTable } from '../table/isTable.ts'
import type { ReadTracker } from '../table/readTracker.ts'
import { trackingReads } from '../table/readTracker.ts'
import type { TableKey } from '../table/TableKey.ts'
import { ITSELF, SliceReads, seenIn } from './SliceReads.ts'

/** What a selector is given of a slice, and what it read of it. */
export interface TrackedSlice {
  readonly state: unknown
  readonly given: unknown
  readonly reads: SliceReads
}

/** Hands a slice to a selector through a proxy that notes the fields that are read. */
export function trackSlice(state: unknown): TrackedSlice {
  const reads = new SliceReads()
  if (isTable(state)) {
    reads.field(ITSELF, state)
    return { state, given: state, reads }
  }
  if (!isPlainObject(state)) {
    reads.whole = true
    return { state, given: state, reads }
  }
  return { state, given: new Proxy(state, new FieldNotes(reads)), reads }
}

/**
 * Runs a selector on slices that are tracked. A slice or a table that it hands on was read
 * whole: whoever gets the value may read anything of it.
 */
export function runTracked(slices: readonly TrackedSlice[], project: () => unknown): unknown {
  const value = trackingReads(new TableNotes(slices), project)
  for (const { given, reads } of slices) {
    // Asked for nothing: handed on as it is, somewhere in the value.
    if ((reads.fields.size === 0 && reads.tables.size === 0) || leadsTo(value, given)) reads.whole = true
    for (const table of reads.tables.values()) {
      if (table.keys.size === 0 || leadsTo(value, table.table)) table.whole = true
      if (table.whole) continue
      for (const key of table.keys.keys()) table.keys.set(key, seenIn(table.table as never, key))
      table.table = undefined
    }
  }
  return handedOn(slices, value)
}

class FieldNotes implements ProxyHandler<object> {
  readonly #reads: SliceReads

  constructor(reads: SliceReads) {
    this.#reads = reads
  }

  get(target: object, key: PropertyKey): unknown {
    const value = (target as Record<PropertyKey, unknown>)[key]
    this.#reads.field(key, value)
    return value
  }

  has(target: object, key: PropertyKey): boolean {
    this.#reads.whole = true
    return key in target
  }

  getOwnPropertyDescriptor(target: object, key: PropertyKey): PropertyDescriptor | undefined {
    this.#reads.whole = true
    return Reflect.getOwnPropertyDescriptor(target, key)
  }

  ownKeys(target: object): (string | symbol)[] {
    this.#reads.whole = true
    return Reflect.ownKeys(target)
  }
}

class TableNotes implements ReadTracker {
  readonly #slices: readonly TrackedSlice[]

  constructor(slices: readonly TrackedSlice[]) {
    this.#slices = slices
  }

  row(table: object, key: TableKey): void {
    for (const { reads } of this.#slices)
      for (const each of reads.tables.values()) if (each.table === table) each.keys.set(key, undefined)
  }

  whole(table: object): void {
    for (const { reads } of this.#slices)
      for (const each of reads.tables.values()) if (each.table === table) each.whole = true
  }
}

/** A value without our proxies in it. They are only looked for where selectors put them: at the top. */
function handedOn(slices: readonly TrackedSlice[], value: unknown): unknown {
  for (const { state, given, reads } of slices) {
    if (given === state) continue
    if (value === given) {
      reads.whole = true
      return state
    }
    if (!mentions(value, given)) continue
    reads.whole = true
    const fields = value as Record<PropertyKey, unknown>
    for (const key of Object.keys(fields)) if (fields[key] === given) fields[key] = state
  }
  return value
}

/**
 * Whether a value may lead back to `part`. A function, an instance of a class, a map or a set may hold
 * anything, and so may what is too large to be looked through.
 */
function leadsTo(value: unknown, part: unknown, budget = { values: LOOKED_AT_MAX }): boolean {
  if (value === part || typeof value === 'function') return true
  if (typeof value !== 'object' || value === null || isTable(value)) return false
  if (--budget.values < 0) return true
  if (Array.isArray(value)) return value.some((item) => leadsTo(item, part, budget))
  if (isPlainObject(value)) return Object.values(value).some((field) => leadsTo(field, part, budget))
  return !isAtomic(value)
}

/** Holds nothing of ours. */
const isAtomic = (value: object): boolean =>
  value instanceof Date || value instanceof ArrayBuffer || ArrayBuffer.isView(value)

const LOOKED_AT_MAX = 1_000

function mentions(value: unknown, part: unknown): boolean {
  if (value === part) return true
  if (Array.isArray(value)) return value.length <= LOOKED_THROUGH_MAX && value.includes(part)
  return isPlainObject(value) && Object.values(value).includes(part)
}

/** A longer list is made of rows, not of slices. */
const LOOKED_THROUGH_MAX = 32

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
