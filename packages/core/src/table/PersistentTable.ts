import type { AnyTable } from './AnyTable.ts'
import { tableBytesBeyond } from './bytesBeyond.ts'
import { eachSlotChange } from './eachSlotChange.ts'
import type { SortOrder } from './SortOrder.ts'
import { sameRows } from './sameRows.ts'
import type { Table } from './Table.ts'
import { orderOf, TableBase, versionOf } from './TableBase.ts'
import { TableEditor } from './TableEditor.ts'
import type { TableKey } from './TableKey.ts'
import type { TableParts } from './TableParts.ts'
import { TABLE_PARTS } from './TableParts.ts'
import type { TableVersion } from './TableVersion.ts'
import { rowAtSlot, slotNear } from './TableVersion.ts'

/** One version of a table. Never changes; its `version` must never be written to again. */
export class PersistentTable<K extends TableKey, V> extends TableBase<K, V> implements Table<K, V> {
  readonly #version: TableVersion

  constructor(version: TableVersion, order: SortOrder | undefined) {
    super(version, order)
    this.#version = version
  }

  get [TABLE_PARTS](): TableParts {
    return PARTS
  }

  protected override still(): TableVersion {
    return this.#version
  }
}

/**
 * The same rows in the order of another table, or in order of insertion where that one has no
 * `order`. The order is code: it comes from the slice, never from a checkpoint.
 */
export function inOrderOf<K extends TableKey, V>(rows: Table<K, V>, other: AnyTable): Table<K, V> {
  return orderOf(rows) === orderOf(other) ? rows : new PersistentTable(versionOf(rows), orderOf(other))
}

const PARTS: TableParts = {
  edit: (table, rules) => new TableEditor(table, rules, (version) => new PersistentTable(version, orderOf(table))),
  inOrderOf,
  versionOf,
  slotNear,
  rowAtSlot,
  eachSlotChange,
  sameRows,
  bytesBeyond: (before, after, ofRow) => tableBytesBeyond(before && versionOf(before), versionOf(after), ofRow),
}
