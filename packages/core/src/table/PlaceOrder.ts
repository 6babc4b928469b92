import type { Leaf } from './slotTrie.ts'
import { leafOf, MASK } from './slotTrie.ts'
import type { TableKey } from './TableKey.ts'
import type { TableVersion } from './TableVersion.ts'

/** A row, and where it stands. */
export interface PlacedRow {
  readonly slot: number
  readonly key: TableKey
  readonly row: unknown
}

/** Which of two rows of a table stands first. Two different rows are never in one place. */
export type PlaceOrder = (a: PlacedRow, b: PlacedRow) => number

/** In order of insertion. */
export const bySlot: PlaceOrder = (a, b) => a.slot - b.slot

/** The row at a slot that is in use. */
export function placedRow(version: TableVersion, slot: number): PlacedRow {
  const { keys, rows } = leafOf(version.rows, version.shift, slot) as Leaf
  return { slot, key: keys[slot & MASK] as TableKey, row: rows[slot & MASK] }
}
