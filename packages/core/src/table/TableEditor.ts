import type { Draft } from '../data/Draft.ts'
import { deepFreeze } from '../data/deepFreeze.ts'
import type { Immutable } from '../data/Immutable.ts'
import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { eachSlotChange } from './eachSlotChange.ts'
import { PersistentTable } from './PersistentTable.ts'
import type { Owner } from './slotTrie.ts'
import { newOwner } from './slotTrie.ts'
import type { Table } from './Table.ts'
import { orderOf, TableBase, versionOf } from './TableBase.ts'
import type { TableDraft } from './TableDraft.ts'
import type { TableKey } from './TableKey.ts'
import type { TableVersion } from './TableVersion.ts'
import { dropRow, emptyVersion, putRow, putRowAt, rowAtSlot, slotOf } from './TableVersion.ts'
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
  #owner: Owner = newOwner()
  #writes = 0
  /** The answer of `table` until the next write. */
  #table: Table<K, V> | undefined

  constructor(base: Table<K, V>, rules: RowRules) {
    const version = { ...versionOf(base) }
    super(version, orderOf(base))
    this.#base = base
    this.#version = version
    this.#rules = rules
  }

  override get size(): number {
    this.#rules.check()
    return this.#version.size
  }

  override get(key: K): Immutable<V> | undefined {
    this.#rules.check()
    return super.get(key)
  }

  override has(key: K): boolean {
    this.#rules.check()
    return super.has(key)
  }

  set(key: K, row: Immutable<V>): void {
    this.#rules.check()
    this.#put(storedKey(key), this.#rules.settle(row))
  }

  update(key: K, recipe: (row: Draft<V>) => V | void): void {
    this.#rules.check()
    const slot = slotOf(this.#version, key)
    if (slot < 0) throw noRow(key, this.#version.size)
    const row = rowAtSlot(this.#version, slot)
    const writes = this.#writes
    const changed = this.#rules.edit(row, recipe)
    if (Object.is(changed, row)) return
    // The recipe may have written to this very table, and the row be elsewhere now.
    if (writes !== this.#writes) this.#put(storedKey(key), changed)
    else {
      putRowAt(this.#version, slot, DEV ? deepFreeze(changed) : changed, this.#owner)
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

  /** The table as it is now; the very one this began with where no row differs. Writing may go on. */
  table(): Table<K, V> {
    this.#rules.check()
    this.#table ??= this.#unchanged() ? this.#base : new PersistentTable(this.still(), orderOf(this.#base))
    return this.#table
  }

  /** Nodes made so far now belong to what was given away: the next write copies them. */
  protected override still(): TableVersion {
    this.#rules.check()
    this.#owner = newOwner()
    return { ...this.#version }
  }

  #put(key: K, row: unknown): void {
    if (putRow(this.#version, key, DEV ? deepFreeze(row) : row, this.#owner)) this.#wrote()
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

/** Whether a value is the draft of a table. */
export const isTableEditor = (value: unknown): value is TableEditor<TableKey, unknown> => value instanceof TableEditor

function noRow(key: TableKey, size: number): PlayheadError {
  const shown = typeof key === 'string' ? JSON.stringify(key) : String(key)
  return new PlayheadError({
    code: 'table/no-row',
    message: `Cannot update row ${shown}: the table has no such row among its ${size}. Add it with \`set\`, or ask \`has\` first.`,
  })
}
