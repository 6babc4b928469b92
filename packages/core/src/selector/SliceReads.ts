import type { AnyTable } from '../table/AnyTable.ts'
import { isTable } from '../table/isTable.ts'
import type { TableKey } from '../table/TableKey.ts'

/** What was read of a table: some rows, or all of it (its size, a walk through it, the table itself). */
export interface TableReads {
  /** Until the run is over, and as long as all of it counts. */
  table: AnyTable | undefined
  whole: boolean
  /** The rows that were asked for, as they were; `ABSENT` where there was none. */
  readonly keys: Map<TableKey, unknown>
}

const ABSENT = Symbol('absent')
export const seenIn = (table: AnyTable, key: TableKey): unknown => (table.has(key) ? table.get(key) : ABSENT)

/** Stands for the slice itself where the slice is a table. */
export const ITSELF = Symbol('playhead.itself')

/**
 * What a selector read of one slice: fields, and rows of the tables among them. A slice that
 * cannot be looked into (a number, an array) was read whole, and so was one that is handed on.
 */
export class SliceReads {
  whole = false
  /** Fields that hold no table, with what was seen there. */
  readonly fields = new Map<PropertyKey, unknown>()
  readonly tables = new Map<PropertyKey, TableReads>()

  field(key: PropertyKey, value: unknown): void {
    if (!isTable(value)) this.fields.set(key, value)
    else if (!this.tables.has(key)) this.tables.set(key, { table: value, whole: false, keys: new Map() })
  }

  /**
   * Whether all that was read is the same in another version of the slice. If so, that version
   * is remembered in place of the one that was seen, so that no old one is kept alive.
   */
  holdIn(state: unknown): boolean {
    if (this.whole) return false
    for (const [key, seen] of this.fields) if (!Object.is(valueAt(state, key), seen)) return false
    for (const [key, reads] of this.tables) if (!rowsHold(reads, valueAt(state, key))) return false
    return true
  }

  /** Whether both name the same things, whatever they saw there. */
  names(other: SliceReads): boolean {
    if (this.whole !== other.whole || !sameKeys(this.fields, other.fields) || !sameKeys(this.tables, other.tables))
      return false
    for (const [key, { whole, keys }] of this.tables) {
      const reads = other.tables.get(key)
      if (reads?.whole !== whole || !sameKeys(keys, reads.keys)) return false
    }
    return true
  }
}

/** What stands in a field of a slice, or the slice itself. */
export const valueAt = (state: unknown, key: PropertyKey): unknown =>
  key === ITSELF ? state : (state as Record<PropertyKey, unknown> | undefined)?.[key]

function rowsHold({ table, whole, keys }: TableReads, now: unknown): boolean {
  if (whole) return now === table
  if (!isTable(now)) return false
  for (const [key, seen] of keys) if (!Object.is(seenIn(now, key), seen)) return false
  return true
}

interface Keyed {
  readonly size: number
  has(key: PropertyKey): boolean
  keys(): Iterable<PropertyKey>
}

function sameKeys(a: Keyed, b: Keyed): boolean {
  if (a.size !== b.size) return false
  for (const key of a.keys()) if (!b.has(key)) return false
  return true
}
