import type { Immutable } from '../data/Immutable.ts'
import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { AnyTable } from './AnyTable.ts'
import { diffRows } from './diffRows.ts'
import { noteRow } from './noteRow.ts'
import type { PlaceOrder } from './PlaceOrder.ts'
import { bySlot } from './PlaceOrder.ts'
import type { RowPicker } from './RowIterator.ts'
import { pickEntry, pickKey, pickRow, RowIterator } from './RowIterator.ts'
import { noteWhole } from './readTracker.ts'
import type { SlotOrder, SortOrder } from './SortOrder.ts'
import type { Table } from './Table.ts'
import type { TableChange } from './TableChange.ts'
import type { TableKey } from './TableKey.ts'
import type { TableLike } from './TableLike.ts'
import { TableRoot } from './TableRoot.ts'
import type { TableVersion } from './TableVersion.ts'
import { rowAtSlot } from './TableVersion.ts'

let contentsOf: (table: AnyTableBase) => TableVersion
let placesOf: (table: AnyTableBase) => PlaceOrder
let sortOrderOf: (table: AnyTableBase) => SortOrder | undefined

/** What tables and their drafts have in common: reading. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the brand of tables exists for the compiler alone
export abstract class TableBase<K extends TableKey, V> extends TableRoot implements Iterable<[K, Immutable<V>]> {
  readonly #version: TableVersion
  readonly #order: SortOrder | undefined

  protected constructor(version: TableVersion, order: SortOrder | undefined) {
    super()
    this.#version = version
    this.#order = order
  }

  get size(): number {
    noteWhole(this)
    return this.#version.size
  }

  get(key: K): Immutable<V> | undefined {
    const slot = noteRow(this, this.#version, key)
    return (slot < 0 ? undefined : rowAtSlot(this.#version, slot)) as Immutable<V> | undefined
  }

  has(key: K): boolean {
    return noteRow(this, this.#version, key) >= 0
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
    diffRows(versionOf(earlier), this.#version, (change) => changes.push(change as TableChange<K, V>))
    return changes
  }

  /** Entries in order, as `JSON.stringify` writes them. Not what is stored: that is the codec's. */
  toJSON(): [K, Immutable<V>][] {
    return [...this.entries()]
  }

  /** What a browser's console shows when a table is opened in it: the rows, and not the nodes they stand in. */
  get rows(): ReadonlyMap<K, Immutable<V>> {
    return new Map(this.entries())
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
    const { rows } = this
    return inspect === undefined ? rows : inspect(rows, options).replace('Map', this[Symbol.toStringTag])
  }

  /** Which of two rows stands first. */
  protected order(): PlaceOrder {
    return this.#order?.places ?? bySlot
  }

  /** Slots in the order in which rows stand; `undefined` where that is their own. */
  protected slots(version: TableVersion): SlotOrder | undefined {
    return this.#order?.slotsOf(version)
  }

  /** The contents, to walk while the table may be written to. */
  protected abstract still(): TableVersion

  #iterate<T>(pick: RowPicker<T>): RowIterator<T> {
    noteWhole(this)
    const version = this.still()
    return new RowIterator(version, this.slots(version), pick)
  }

  static {
    contentsOf = (table) => table.#version
    sortOrderOf = (table) => table.#order
    placesOf = (table) => table.order()
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
    message: DEV
      ? 'Cannot compare a table with what is not a table. Both must have been made by `table()` of the same copy of @playhead/core.'
      : [],
  })
}

/** The sort order that a table and all its versions share. */
export const orderOf = (table: AnyTable): SortOrder | undefined =>
  table instanceof TableBase ? sortOrderOf(table) : undefined

/** Which of two rows of a table stands first. */
export const placeOrderOf = (table: AnyTable): PlaceOrder => (table instanceof TableBase ? placesOf(table) : bySlot)
