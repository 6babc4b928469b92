import type { Draft } from '../data/Draft.ts'
import { deepFreeze } from '../data/deepFreeze.ts'
import type { Immutable } from '../data/Immutable.ts'
import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { eachSlotChange } from './eachSlotChange.ts'
import { mapRows } from './mapRows.ts'
import type { Owner } from './slotTrie.ts'
import { newOwner } from './slotTrie.ts'
import type { Table } from './Table.ts'
import { orderOf, TableBase, versionOf } from './TableBase.ts'
import type { TableDraft } from './TableDraft.ts'
import type { TableKey } from './TableKey.ts'
import { TABLE_PARTS } from './TableParts.ts'
import type { TableVersion } from './TableVersion.ts'
import { dropRow, eachRow, emptyVersion, putRow, putRowAt, rowAtSlot, slotNear, slotOf } from './TableVersion.ts'
import { storedKey } from './tableKeys.ts'

/** What a table draft asks of the draft it stands in. */
export interface RowRules {
  /** A row as it may be kept: with no draft in it. */
  settle(row: unknown): unknown
  /** Runs a recipe on a draft of a row, and gives the row that comes of it. */
  edit(row: unknown, recipe: (draft: never) => unknown): unknown
  /** Called before every read and write. Throws where the draft's time is over. */
  check(): void
}

/**
 * A table as a reducer writes to it: a copy of the version's roots, whose nodes are copied
 * when they are first touched and changed in place afterwards.
 *
 * An iteration sees the rows as they were when it began, so deleting while walking is safe.
 */
export class TableEditor<K extends TableKey, V> extends TableBase<K, V> implements TableDraft<K, V> {
  readonly #base: Table<K, V>
  readonly #version: TableVersion
  readonly #rules: RowRules
  readonly #tableOf: (version: TableVersion) => Table<K, V>
  #owner: Owner = newOwner()
  #writes = 0
  /** The slot that was found last: what is written is mostly what was just read. */
  #found = -1
  /** The answer of `table` until the next write. */
  #table: Table<K, V> | undefined

  /** `tableOf` makes a table of contents that are not written to any more. */
  constructor(base: Table<K, V>, rules: RowRules, tableOf: (version: TableVersion) => Table<K, V>) {
    const version = { ...versionOf(base) }
    super(version, orderOf(base))
    this.#base = base
    this.#version = version
    this.#rules = rules
    this.#tableOf = tableOf
  }

  get [TABLE_PARTS](): undefined {
    return undefined
  }

  override get size(): number {
    this.#rules.check()
    return this.#version.size
  }

  override get(key: K): Immutable<V> | undefined {
    this.#rules.check()
    const slot = this.#find(key)
    return (slot < 0 ? undefined : rowAtSlot(this.#version, slot)) as Immutable<V> | undefined
  }

  override has(key: K): boolean {
    this.#rules.check()
    return this.#find(key) >= 0
  }

  set(key: K, row: Immutable<V>): void {
    this.#rules.check()
    this.#put(storedKey(key), this.#rules.settle(row))
  }

  update(key: K, recipe: (row: Draft<V>) => V | void): void {
    this.#rules.check()
    const slot = this.#find(key)
    if (slot < 0) throw noRow(key, this.#version.size)
    const row = rowAtSlot(this.#version, slot)
    const writes = this.#writes
    const changed = this.#rules.edit(row, recipe)
    if (Object.is(changed, row)) return
    // The recipe may have written to this very table, and the row be elsewhere now.
    if (writes !== this.#writes) this.#put(storedKey(key), changed)
    else {
      putRowAt(this.#version, slot, kept(changed), this.#owner)
      this.#wrote()
    }
  }

  delete(key: K): void {
    this.#rules.check()
    if (dropRow(this.#version, key, this.#owner)) this.#wrote()
  }

  clear(): void {
    this.#rules.check()
    Object.assign(this.#version, emptyVersion())
    this.#wrote()
  }

  setAll(entries: Iterable<readonly [K, Immutable<V>]>): void {
    for (const [key, row] of entries) this.set(key, row)
  }

  mapAll(project: (row: Immutable<V>, key: K) => Immutable<V>): void {
    this.#map((row, key) => {
      const mapped = project(row as Immutable<V>, key as K)
      return Object.is(mapped, row) ? row : kept(this.#rules.settle(mapped))
    })
  }

  updateAll(recipe: (row: Draft<V>, key: K) => V | void): void {
    this.#map((row, key) => kept(this.#rules.edit(row, (draft: Draft<V>) => recipe(draft, key as K))))
  }

  deleteWhere(predicate: (row: Immutable<V>, key: K) => boolean): void {
    const gone: TableKey[] = []
    eachRow(this.still(), (key, row) => {
      if (predicate(row as Immutable<V>, key as K)) gone.push(key)
    })
    for (const key of gone) this.delete(key as K)
  }

  /** The table as it is now; the very one this began with where no row differs. Writing may go on. */
  table(): Table<K, V> {
    this.#rules.check()
    this.#table ??= this.#unchanged() ? this.#base : this.#tableOf(this.still())
    return this.#table
  }

  /** Nodes made so far now belong to what was given away: the next write copies them. */
  protected override still(): TableVersion {
    this.#rules.check()
    this.#owner = newOwner()
    return { ...this.#version }
  }

  #map(project: (row: unknown, key: TableKey) => unknown): void {
    const before = this.still()
    if (before.rows === undefined) return
    const writes = this.#writes
    const rows = mapRows(before.rows, before.shift, project, this.#owner)
    if (rows === before.rows) return
    if (writes === this.#writes) {
      this.#version.rows = rows
      this.#wrote()
      return
    }
    // What was asked for the rows has written to this very table: those that it removed stay away.
    eachSlotChange(before, { ...before, rows }, (_slot, key, _before, _key, row) => {
      if (slotOf(this.#version, key as K) >= 0) this.#put(key as K, row)
    })
  }

  #find(key: K): number {
    this.#found = slotNear(this.#version, key, this.#found)
    return this.#found
  }

  #put(key: K, row: unknown): void {
    const settled = kept(row)
    const slot = this.#find(key)
    if (slot < 0) putRow(this.#version, key, settled, this.#owner)
    else if (Object.is(rowAtSlot(this.#version, slot), settled)) return
    else putRowAt(this.#version, slot, settled, this.#owner)
    this.#wrote()
  }

  #wrote(): void {
    this.#writes++
    this.#table = undefined
  }

  /** One write that changed something is a change; several may have taken each other back. */
  #unchanged(): boolean {
    const base = versionOf(this.#base)
    const now = this.#version
    if (this.#writes === 0 || base.rows === now.rows) return true
    if (this.#writes === 1 || base.size !== now.size || base.nextSlot !== now.nextSlot) return false
    return eachSlotChange(base, now, () => false)
  }
}

const kept = (row: unknown): unknown => (DEV ? deepFreeze(row) : row)

function noRow(key: TableKey, size: number): PlayheadError {
  const shown = typeof key === 'string' ? JSON.stringify(key) : String(key)
  return new PlayheadError({
    code: 'table/no-row',
    message: DEV
      ? `Cannot update row ${shown}: the table has no such row among its ${size}. Add it with \`set\`, or ask \`has\` first.`
      : [shown, size],
  })
}
