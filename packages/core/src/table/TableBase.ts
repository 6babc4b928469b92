import type { Immutable } from '../data/Immutable.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { AnyTable } from './AnyTable.ts'
import { diffRows } from './diffRows.ts'
import type { RowPicker } from './RowIterator.ts'
import { pickEntry, pickKey, pickRow, RowIterator } from './RowIterator.ts'
import { noteRow, noteWhole } from './readTracker.ts'
import type { SortOrder } from './SortOrder.ts'
import type { Table } from './Table.ts'
import type { TableChange } from './TableChange.ts'
import type { TableKey } from './TableKey.ts'
import type { TableLike } from './TableLike.ts'
import type { TableVersion } from './TableVersion.ts'
import { rowOf, slotOf } from './TableVersion.ts'

let contentsOf: (table: AnyTableBase) => TableVersion
let sortOrderOf: (table: AnyTableBase) => SortOrder | undefined

/** What tables and their drafts have in common: reading. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the brand of tables exists for the compiler alone
export abstract class TableBase<K extends TableKey, V> implements Iterable<[K, Immutable<V>]> {
  readonly #version: TableVersion
  readonly #order: SortOrder | undefined

  protected constructor(version: TableVersion, order: SortOrder | undefined) {
    this.#version = version
    this.#order = order
  }

  get size(): number {
    noteWhole(this)
    return versionOf(this).size
  }

  get(key: K): Immutable<V> | undefined {
    noteRow(this, key)
    return rowOf(versionOf(this), key) as Immutable<V> | undefined
  }

  has(key: K): boolean {
    noteRow(this, key)
    return slotOf(versionOf(this), key) >= 0
  }

  keys(): RowIterator<K> {
    return this.#iterate(pickKey as RowPicker<K>)
  }

  values(): RowIterator<Immutable<V>> {
    return this.#iterate(pickRow as RowPicker<Immutable<V>>)
  }

  entries(): RowIterator<[K, Immutable<V>]> {
    return this.#iterate(pickEntry as unknown as RowPicker<[K, Immutable<V>]>)
  }

  [Symbol.iterator](): RowIterator<[K, Immutable<V>]> {
    return this.entries()
  }

  diff(earlier: Table<K, V>): readonly TableChange<K, V>[] {
    noteWhole(this)
    const changes: TableChange<K, V>[] = []
    diffRows(versionOf(earlier), versionOf(this), (change) => changes.push(change as TableChange<K, V>))
    return changes
  }

  /** Entries in order, as `JSON.stringify` writes them. Not what is stored: that is the codec's. */
  toJSON(): [K, Immutable<V>][] {
    return [...this.entries()]
  }

  get [Symbol.toStringTag](): string {
    return 'Table'
  }

  /** Node's console shows rows as it shows those of a `Map`. */
  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect?: (value: unknown, options: object) => string,
  ): unknown {
    const rows = new Map(this.entries())
    return inspect === undefined ? rows : inspect(rows, options).replace('Map', this[Symbol.toStringTag])
  }

  /** The contents, to walk while the table may be written to. */
  protected abstract still(): TableVersion

  #iterate<T>(pick: RowPicker<T>): RowIterator<T> {
    noteWhole(this)
    const version = this.still()
    return new RowIterator(version, this.#order?.slotsOf(version), pick)
  }

  static {
    contentsOf = (table) => table.#version
    sortOrderOf = (table) => table.#order
  }
}

export interface TableBase<K extends TableKey, V> extends TableLike<K, V> {}

// biome-ignore lint/suspicious/noExplicitAny: see AnyTable
type AnyTableBase = TableBase<any, any>

/**
 * The contents of a table or a table draft.
 *
 * @throws PlayheadError `table/not-a-table` for an object that only looks like one
 */
export function versionOf(table: AnyTable): TableVersion {
  if (table instanceof TableBase) return contentsOf(table)
  throw new PlayheadError({
    code: 'table/not-a-table',
    message:
      'Cannot compare a table with what is not a table. Both must have been made by `table()` of the same copy of @playhead/core.',
  })
}

/** The sort order that a table and all its versions share. */
export const orderOf = (table: AnyTable): SortOrder | undefined =>
  table instanceof TableBase ? sortOrderOf(table) : undefined
