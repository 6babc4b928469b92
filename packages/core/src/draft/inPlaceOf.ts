import type { AnyTable } from '../table/AnyTable.ts'
import { inOrderOf } from '../table/createTable.ts'
import { isTable } from '../table/isTable.ts'

/**
 * A table with the order of the one whose place it takes: the order is the slice's, and neither
 * a reducer's nor a checkpoint's.
 */
export const inPlaceOf = (table: AnyTable, before: unknown): AnyTable =>
  isTable(before) ? inOrderOf(table, before) : table
