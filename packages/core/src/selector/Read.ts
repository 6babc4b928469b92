import { sameValue } from '../codec/sameValue.ts'
import { isTable } from '../table/isTable.ts'
import type { TableKey } from '../table/TableKey.ts'
import type { WithTableParts } from '../table/TableParts.ts'
import { TABLE_PARTS } from '../table/TableParts.ts'
import type { TableVersion } from '../table/TableVersion.ts'

/**
 * - `input`: all of an input: one that cannot be looked into (a number, an array), or was handed on
 * - `field`: a field of a slice, and all of what stands there; a table if its size was asked, it was walked or handed on
 * - `row`: one row of a table, which stands in a field or is the input itself
 */
export type ReadKind = 'input' | 'field' | 'row'

/** One thing that a selector read of one of its inputs, and what it read next: most read one or two. */
export class Read {
  readonly kind: ReadKind
  /** Which input, counted from 0. */
  readonly input: number
  /** The field of the slice; `ITSELF` where the input is a table. */
  readonly field: PropertyKey
  /** Of a row. */
  readonly key: TableKey | undefined
  /** What was there; `ABSENT` for a row that was not. Not kept of a slice. */
  seen: unknown = undefined
  /** Where the row stood: most rows stay where they are. */
  slot = -1
  next: Read | undefined = undefined

  constructor(kind: ReadKind, input: number, field: PropertyKey, key: TableKey | undefined) {
    this.kind = kind
    this.input = input
    this.field = field
    this.key = key
  }

  names(kind: ReadKind, input: number, field: PropertyKey, key: TableKey | undefined): boolean {
    return this.key === key && this.field === field && this.kind === kind && this.input === input
  }

  /**
   * Whether the same is read in another version of the input. If so, that version is
   * remembered in place of the one that was seen, so that no old one is kept alive.
   */
  holdsIn(state: unknown): boolean {
    const now = valueAt(state, this.field)
    if (this.kind !== 'row') return Object.is(now, this.seen)
    if (!isTable(now)) return false
    const parts = now[TABLE_PARTS]
    const version = parts.versionOf(now)
    this.slot = parts.slotNear(version, this.key as TableKey, this.slot)
    const row = this.slot < 0 ? ABSENT : parts.rowAtSlot(version, this.slot)
    if (Object.is(row, this.seen)) return true
    // A replay makes new row objects: a row has changed where its value has.
    if (row === ABSENT || !sameValue(row, this.seen)) return false
    this.seen = row
    return true
  }

  /** The same, in another list. */
  copy(): Read {
    const copy = new Read(this.kind, this.input, this.field, this.key)
    copy.seen = this.seen
    copy.slot = this.slot
    return copy
  }

  /** Notes the row of a version. */
  see(table: WithTableParts, version: TableVersion, slot: number): void {
    this.slot = slot
    this.seen = slot < 0 ? ABSENT : table[TABLE_PARTS].rowAtSlot(version, slot)
  }
}

const ABSENT = Symbol('absent')

/** Stands for the input itself where that is read, and not a field of it. */
export const ITSELF = Symbol('playhead.itself')

/** What stands in a field of a slice, or the slice itself. */
export const valueAt = (state: unknown, field: PropertyKey): unknown =>
  field === ITSELF ? state : (state as Record<PropertyKey, unknown> | undefined)?.[field]
