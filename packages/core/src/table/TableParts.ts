import type { AnyTable } from './AnyTable.ts'
import type { RowRules, TableEditor } from './TableEditor.ts'
import type { TableKey } from './TableKey.ts'
import type { TableVersion } from './TableVersion.ts'

/** Where a table has what the rest of core does with tables. */
export const TABLE_PARTS: unique symbol = Symbol('playhead.table')

/**
 * What drafts, selectors, comparisons and checkpoints do with tables. Each table brings it along, and
 * nothing else of core imports it: a program without tables does not load them.
 */
export interface TableParts {
  /** The draft of a table. */
  edit(table: AnyTable, rules: RowRules): TableEditor<TableKey, unknown>
  /** The same rows in the order of another table. */
  inOrderOf(rows: AnyTable, other: AnyTable): AnyTable
  versionOf(table: AnyTable): TableVersion
  /** The slot of a key, or −1; it is looked for where it was before. */
  slotNear(version: TableVersion, key: TableKey, near: number): number
  rowAtSlot(version: TableVersion, slot: number): unknown
  /** Tells of the slots that differ until `visit` says `false`. Answers whether it came to the end. */
  eachSlotChange: typeof import('./eachSlotChange.ts').eachSlotChange
  /** Whether two tables have the same rows in the same order, by the given comparison of rows. */
  sameRows(a: AnyTable, b: AnyTable, same: (a: unknown, b: unknown) => boolean): boolean
  /** Bytes that a table keeps alive and another does not. */
  bytesBeyond(before: AnyTable | undefined, after: AnyTable, ofRow: (before: unknown, after: unknown) => number): number
}

/** A table, and what can be done with it. */
export interface WithTableParts {
  readonly [TABLE_PARTS]: TableParts
}
