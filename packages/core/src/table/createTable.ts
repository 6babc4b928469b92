import { deepFreeze } from '../data/deepFreeze.ts'
import { DEV } from '../dev.ts'
import { PersistentTable } from './PersistentTable.ts'
import { SortOrder } from './SortOrder.ts'
import { newOwner } from './slotTrie.ts'
import type { Table } from './Table.ts'
import type { TableKey } from './TableKey.ts'
import type { TableOptions } from './TableOptions.ts'
import { emptyVersion, putRow } from './TableVersion.ts'
import { storedKey } from './tableKeys.ts'

/**
 * An empty table, or one with `rows`, for the initial state of a slice. A key that comes twice
 * keeps its first place and its last row, as in a `Map`.
 *
 * @throws PlayheadError `table/bad-key` when a key is `NaN`, or neither a string nor a number
 */
export function table<K extends TableKey, V>({ rows, order }: TableOptions<K, V> = {}): Table<K, V> {
  const version = emptyVersion()
  const owner = newOwner()
  if (rows !== undefined) {
    for (const [key, row] of rows) putRow(version, storedKey(key), DEV ? deepFreeze(row) : row, owner)
  }
  return new PersistentTable(version, order && new SortOrder(order))
}
