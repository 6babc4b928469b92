import type { Draft } from '../data/Draft.ts'
import type { Immutable } from '../data/Immutable.ts'
import type { Table } from './Table.ts'
import type { TableKey } from './TableKey.ts'

/**
 * A table inside a draft. Reads see the writes made so far. Rows that it returns are
 * read-only: change them with `update`.
 *
 * All writers return nothing, so that `(state, { payload }) => state.rows.delete(payload)` compiles.
 */
export interface TableDraft<K extends TableKey, V> extends Table<K, V> {
  /** Adds or replaces a row. A replaced row keeps its place in the order of insertion. */
  set(key: K, row: Immutable<V>): void
  /**
   * Changes one row through a draft of it, or replaces it by what `recipe` returns.
   *
   * @throws PlayheadError `table/no-row` when there is no row `key`; the record is then quarantined
   */
  update(key: K, recipe: (row: Draft<V>) => V | void): void
  /** Removes a row. Nothing happens where there is none. */
  delete(key: K): void
  clear(): void
}
