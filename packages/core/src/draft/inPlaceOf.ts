import type { AnyTable } from '../table/AnyTable.ts'
import { isTable } from '../table/isTable.ts'
import { TABLE_PARTS } from '../table/TableParts.ts'

/**
 * A table with the order of the one whose place it takes: the order is the slice's, and neither
 * a reducer's nor a checkpoint's.
 */
export const inPlaceOf = (table: AnyTable, before: unknown): AnyTable =>
  isTable(before) ? before[TABLE_PARTS].inOrderOf(table, before) : table
