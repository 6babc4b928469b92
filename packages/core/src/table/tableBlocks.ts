import { deepFreeze } from '../data/deepFreeze.ts'
import { DEV } from '../dev.ts'
import type { AnyTable } from './AnyTable.ts'
import { PersistentTable } from './PersistentTable.ts'
import type { SlotNode } from './slotTrie.ts'
import { BITS, Branch, newOwner } from './slotTrie.ts'
import { orderOf, versionOf } from './TableBase.ts'
import type { TableKey } from './TableKey.ts'
import type { TableVersion } from './TableVersion.ts'
import { addRowAt, eachRowBelow, emptyVersion, SLOTS_MAX, slotOf } from './TableVersion.ts'
import { storedKey } from './tableKeys.ts'

/**
 * The rows of a table at up to 1,024 neighbouring slots. Versions share blocks: one that no row
 * was written to is the very `node` of before, so whoever has seen it need not look into it.
 */
export interface TableBlock {
  readonly node: object
  /** Slots of the rows, ascending; their keys; the rows. */
  rows(): { readonly slots: readonly number[]; readonly keys: readonly TableKey[]; readonly rows: readonly unknown[] }
}

/** What a table is made of: its blocks in order, and the slot that the next new row takes. */
export interface TableParts {
  readonly nextSlot: number
  readonly blocks: readonly TableBlock[]
}

export function tableParts(table: AnyTable): TableParts {
  const { rows, shift, nextSlot } = versionOf(table)
  return { nextSlot, blocks: rows === undefined ? [] : [...blocksBelow(rows, shift, 0)] }
}

function* blocksBelow(node: SlotNode, shift: number, firstSlot: number): Generator<TableBlock> {
  if (shift > BITS && node instanceof Branch) {
    for (const [at, child] of node.children.entries())
      if (child !== undefined) yield* blocksBelow(child, shift - BITS, firstSlot + at * 2 ** shift)
    return
  }
  yield { node, rows: () => rowsBelow(node, shift, firstSlot) }
}

function rowsBelow(node: SlotNode, shift: number, firstSlot: number): ReturnType<TableBlock['rows']> {
  const [slots, keys, rows]: [number[], TableKey[], unknown[]] = [[], [], []]
  eachRowBelow(node, shift, firstSlot, (key, row, slot) => {
    slots.push(slot)
    keys.push(key)
    rows.push(row)
  })
  return { slots, keys, rows }
}

/** Builds a table again, block by block, with every row at the slot that it had. */
export class TableRebuilding {
  readonly #version: TableVersion = emptyVersion()
  readonly #owner = newOwner()
  readonly #nextSlot: number
  #last = -1

  /** @throws RangeError for what no table has as its next slot */
  constructor(nextSlot: number) {
    if (!(Number.isInteger(nextSlot) && nextSlot >= 0 && nextSlot <= SLOTS_MAX))
      throw new RangeError(`${nextSlot} is no number of slots`)
    this.#nextSlot = nextSlot
  }

  /** @throws Error where the rows cannot be those of a block behind the last */
  add(slots: readonly unknown[], keys: readonly unknown[], rows: readonly unknown[]): void {
    if (slots.length !== keys.length || slots.length !== rows.length)
      throw new RangeError('its columns differ in length')
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] as number
      if (!Number.isInteger(slot) || slot <= this.#last || slot >= this.#nextSlot)
        throw new RangeError(`slot ${slot} stands behind ${this.#last} of ${this.#nextSlot}`)
      const key = storedKey(keys[at] as TableKey)
      if (slotOf(this.#version, key) >= 0) throw new RangeError('it has one key twice')
      addRowAt(this.#version, slot, key, DEV ? deepFreeze(rows[at]) : rows[at], this.#owner)
      this.#last = slot
    }
  }

  /** The table, in the order of another: the order is code, and is not stored. */
  done(like: AnyTable | undefined): AnyTable {
    const version = this.#version
    // As high as it was, so that a slot which was in use once is inside.
    while (version.rows !== undefined && (this.#nextSlot - 1) >>> (version.shift + BITS) > 0) {
      version.rows = new Branch(this.#owner, [version.rows], 1)
      version.shift += BITS
    }
    if (version.size > 0) version.nextSlot = this.#nextSlot
    return new PersistentTable(version, like && orderOf(like))
  }
}
