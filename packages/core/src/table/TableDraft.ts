import type { Draft } from '../data/Draft.ts'
import type { Immutable } from '../data/Immutable.ts'
import type { Table } from './Table.ts'
import type { TableKey } from './TableKey.ts'

/**
 * A table inside a draft. Reads see the writes made so far. Rows that it returns are
 * read-only: change them with `update`.
 *
 * Those for many rows see the rows as they were when they began, as a walk does.
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
  /** `set` for each entry, in their order. */
  setAll(entries: Iterable<readonly [K, Immutable<V>]>): void
  /**
   * Replaces every row by what `project` gives for it: the fast way to change most of a table.
   * Copies each node of the table once, and makes no drafts. A row that is handed back stays.
   */
  mapAll(project: (row: Immutable<V>, key: K) => Immutable<V>): void
  /** `update` for each row: changes it through a draft, or replaces it by what `recipe` returns. */
  updateAll(recipe: (row: Draft<V>, key: K) => V | void): void
  /** `delete` for each row of which `predicate` says so. */
  deleteWhere(predicate: (row: Immutable<V>, key: K) => boolean): void
}
