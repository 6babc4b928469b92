import type { AnyTable } from './AnyTable.ts'
import type { TableEditor } from './TableEditor.ts'
import type { TableKey } from './TableKey.ts'
import type { WithTableParts } from './TableParts.ts'
import { TABLE_PARTS } from './TableParts.ts'
import { TableRoot } from './TableRoot.ts'

/** Whether a value is a table, and not the draft of one. */
export const isTable = (value: unknown): value is AnyTable & WithTableParts =>
  value instanceof TableRoot && value[TABLE_PARTS] !== undefined

/** Whether a value is the draft of a table. */
export const isTableDraft = (value: unknown): value is TableEditor<TableKey, unknown> =>
  value instanceof TableRoot && value[TABLE_PARTS] === undefined
