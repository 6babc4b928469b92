import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { IndexNode } from './keyIndex.ts'
import { addSlot, findSlot, removeSlot } from './keyIndex.ts'
import type { Leaf, Owner, SlotNode } from './slotTrie.ts'
import { addRow, BITS, Branch, leafOf, MASK, removeRow, replaceRow } from './slotTrie.ts'
import type { TableKey } from './TableKey.ts'
import { hashKey } from './tableKeys.ts'

/**
 * The contents of a table: both tries and how far they reach. A `Table` holds one that never
 * changes, a `TableDraft` one of its own that it writes to.
 */
export interface TableVersion {
  size: number
  /** The slot that the next new key takes; none above was ever used. */
  nextSlot: number
  /** Height of `rows` in bits. */
  shift: number
  rows: SlotNode | undefined
  index: IndexNode | undefined
}

/** Slots are small integers in every engine. Reached by 2³⁰ insertions of new keys into one table without it being emptied. */
export const SLOTS_MAX = 2 ** 30

export const emptyVersion = (): TableVersion => ({ size: 0, nextSlot: 0, shift: 0, rows: undefined, index: undefined })

export const slotOf = (version: TableVersion, key: TableKey): number =>
  findSlot(version.index, version, key === 0 ? 0 : key, hashKey(key))

/** The same, where there is a guess. A right one costs no hash. */
export const slotNear = (version: TableVersion, key: TableKey, guess: number): number =>
  guess >= 0 && keyAtSlot(version, guess) === key ? guess : slotOf(version, key)

/** The row of a key, or `undefined`. */
export function rowOf(version: TableVersion, key: TableKey): unknown {
  const slot = slotOf(version, key)
  return slot < 0 ? undefined : rowAtSlot(version, slot)
}

/** The row at a slot that is in use. */
export const rowAtSlot = (version: TableVersion, slot: number): unknown =>
  (leafOf(version.rows, version.shift, slot) as Leaf).rows[slot & MASK]

/** The key at any slot; `undefined` where there is none. */
export function keyAtSlot(version: TableVersion, slot: number): TableKey | undefined {
  if (slot < 0 || slot >= version.nextSlot) return undefined
  const keys = leafOf(version.rows, version.shift, slot)?.keys
  return keys !== undefined && (slot & MASK) < keys.length ? keys[slot & MASK] : undefined
}

/**
 * Adds or replaces a row. `key` must be as `storedKey` gives it. Answers `false` where the row
 * is the same already.
 */
export function putRow(version: TableVersion, key: TableKey, row: unknown, owner: Owner): boolean {
  const hash = hashKey(key)
  const slot = findSlot(version.index, version, key, hash)
  if (slot >= 0) {
    if (Object.is(rowAtSlot(version, slot), row)) return false
    putRowAt(version, slot, row, owner)
    return true
  }
  if (version.nextSlot === SLOTS_MAX) closeHoles(version, owner)
  addAt(version, version.nextSlot, key, hash, row, owner)
  return true
}

/**
 * Adds a row at a slot that is not in use, for a key that has none: in a table whose slots are
 * those of another.
 */
export const addRowAt = (version: TableVersion, slot: number, key: TableKey, row: unknown, owner: Owner): void =>
  addAt(version, slot, key, hashKey(key), row, owner)

function addAt(version: TableVersion, slot: number, key: TableKey, hash: number, row: unknown, owner: Owner): void {
  while (slot >>> (version.shift + BITS) > 0) {
    version.rows = version.rows && new Branch(owner, [version.rows], 1)
    version.shift += BITS
  }
  version.index = addSlot(
    version.index,
    0,
    slot,
    hash,
    (other) => hashKey(keyAtSlot(version, other) as TableKey),
    owner,
  )
  version.rows = addRow(version.rows, version.shift, slot, key, row, owner)
  if (slot >= version.nextSlot) version.nextSlot = slot + 1
  version.size++
}

/** Replaces the row at a slot that is in use. */
export function putRowAt(version: TableVersion, slot: number, row: unknown, owner: Owner): void {
  version.rows = replaceRow(version.rows as SlotNode, version.shift, slot, row, owner)
}

/** Removes a row. Answers `false` where there is none. */
export function dropRow(version: TableVersion, key: TableKey, owner: Owner): boolean {
  const slot = slotOf(version, key)
  if (slot < 0) return false
  if (version.size === 1) {
    Object.assign(version, emptyVersion())
    return true
  }
  version.index = removeSlot(version.index as IndexNode, 0, slot, hashKey(key), owner)
  version.rows = removeRow(version.rows as SlotNode, version.shift, slot, owner)
  version.size--
  return true
}

/** Calls `visit` for every row, in order of insertion. */
export function eachRow(version: TableVersion, visit: (key: TableKey, row: unknown, slot: number) => void): void {
  if (version.rows !== undefined) eachRowBelow(version.rows, version.shift, 0, visit)
}

/** The same for the rows below a node of the slot trie, which stands at this height and begins at this slot. */
export function eachRowBelow(
  node: SlotNode,
  shift: number,
  firstSlot: number,
  visit: (key: TableKey, row: unknown, slot: number) => void,
): void {
  if (node instanceof Branch) {
    node.children.forEach((child, at) => {
      if (child !== undefined) eachRowBelow(child, shift - BITS, firstSlot + at * 2 ** shift, visit)
    })
    return
  }
  for (let at = 0; at < node.keys.length; at++) {
    const key = node.keys[at]
    if (key !== undefined) visit(key, node.rows[at], firstSlot + at)
  }
}

/** Numbers the rows anew, from 0. Costs O(rows), once in a billion insertions. */
function closeHoles(version: TableVersion, owner: Owner): void {
  if (version.size >= SLOTS_MAX) {
    throw new PlayheadError({
      code: 'table/full',
      message: DEV ? `Cannot add a row: a table holds at most ${SLOTS_MAX} rows. Split it, or delete rows first.` : [],
    })
  }
  const closed = emptyVersion()
  eachRow(version, (key, row) => putRow(closed, key, row, owner))
  Object.assign(version, closed)
}
