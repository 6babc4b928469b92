import type { Immutable } from '../data/Immutable.ts'
import type { Table } from './Table.ts'
import type { TableKey } from './TableKey.ts'

/**
 * A table that is derived from another one: some of its rows, in an order of its own. What a
 * virtual list reads: the row at an index, and the index of a row, cost O(log n).
 *
 * Indexes count from 0, in the order in which the table iterates; negative ones count from the
 * end, as in an array.
 */
export interface DerivedTable<K extends TableKey, V> extends Table<K, V> {
  /** Key and row at an index; `undefined` where there is none. */
  at(index: number): readonly [K, Immutable<V>] | undefined
  /** Keys and rows from `start` up to and without `end`, in O(log n + rows). */
  slice(start?: number, end?: number): readonly (readonly [K, Immutable<V>])[]
  /** Where the row of a key stands; −1 where there is none. */
  indexOf(key: K): number
}
