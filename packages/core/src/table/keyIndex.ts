import type { Branch, Owner, SlotNode } from './slotTrie.ts'
import { BITS, MASK } from './slotTrie.ts'
import type { TableKey } from './TableKey.ts'

/**
 * Slots by key: a persistent hash trie. It holds slots only; the keys stand in the slot trie,
 * so that a key is kept once. Every version has its own index, as it has its own rows: one
 * shared by all versions was tried and gave other orders and hashes after a fork.
 *
 * After Bagwell, Ideal Hash Trees (2001): a bit for each of 32 places, and an array without gaps.
 */
export type IndexItem = number | IndexNode | Collision

export class IndexNode {
  owner: Owner
  bitmap: number
  items: IndexItem[]

  constructor(owner: Owner, bitmap: number, items: IndexItem[]) {
    this.owner = owner
    this.bitmap = bitmap
    this.items = items
  }
}

/** Slots whose keys share all 32 bits of their hash. */
class Collision {
  readonly slots: readonly number[]

  constructor(slots: readonly number[]) {
    this.slots = slots
  }
}

/** Where the keys of slots are. */
export interface KeysBySlot {
  readonly rows: SlotNode | undefined
  readonly shift: number
}

/** The slot of a key, or −1. */
export function findSlot(index: IndexNode | undefined, keys: KeysBySlot, key: TableKey, hash: number): number {
  let node = index
  for (let level = 0; node !== undefined; level += BITS) {
    const bit = 1 << ((hash >>> level) & MASK)
    if ((node.bitmap & bit) === 0) return -1
    const item = node.items[countBits(node.bitmap & (bit - 1))] as IndexItem
    if (typeof item === 'number') return keyAt(keys, item) === key ? item : -1
    if (item instanceof IndexNode) node = item
    else return item.slots.find((slot) => keyAt(keys, slot) === key) ?? -1
  }
  return -1
}

/** Adds the slot of a key that is not in the index. `hashOf` gives the hash of a slot's key. */
export function addSlot(
  node: IndexNode | undefined,
  level: number,
  slot: number,
  hash: number,
  hashOf: (slot: number) => number,
  owner: Owner,
): IndexNode {
  const bit = 1 << ((hash >>> level) & MASK)
  if (node === undefined) return new IndexNode(owner, bit, [slot])
  const at = countBits(node.bitmap & (bit - 1))
  if ((node.bitmap & bit) === 0) {
    if (node.owner !== owner) {
      // Not `splice`: it leaves room for sixteen more, in every node that a version keeps.
      return new IndexNode(owner, node.bitmap | bit, node.items.toSpliced(at, 0, slot))
    }
    node.items.splice(at, 0, slot)
    node.bitmap |= bit
    return node
  }
  const item = node.items[at] as IndexItem
  const below = level + BITS
  let grown: IndexItem
  if (item instanceof IndexNode) grown = addSlot(item, below, slot, hash, hashOf, owner)
  else if (item instanceof Collision) grown = new Collision([...item.slots, slot])
  else grown = apart(item, hashOf(item), slot, hash, below, owner)
  return withItem(node, at, grown, owner)
}

/** Removes a slot that is in the index. `undefined` where nothing is left. */
export function removeSlot(
  node: IndexNode,
  level: number,
  slot: number,
  hash: number,
  owner: Owner,
): IndexNode | undefined {
  const bit = 1 << ((hash >>> level) & MASK)
  const at = countBits(node.bitmap & (bit - 1))
  const item = node.items[at] as IndexItem
  const left = withoutSlot(item, level + BITS, slot, hash, owner)
  if (left !== undefined) return withItem(node, at, left, owner)
  if (node.items.length === 1) return undefined
  const own = node.owner === owner ? node : new IndexNode(owner, node.bitmap, node.items.slice())
  own.items.splice(at, 1)
  own.bitmap &= ~bit
  return own
}

/** What is left of an item; a single slot takes the place of the node that held it. */
function withoutSlot(item: IndexItem, level: number, slot: number, hash: number, owner: Owner): IndexItem | undefined {
  if (typeof item === 'number') return undefined
  if (item instanceof Collision) {
    const slots = item.slots.filter((other) => other !== slot)
    return slots.length === 1 ? slots[0] : new Collision(slots)
  }
  const left = removeSlot(item, level, slot, hash, owner)
  const only = left?.items.length === 1 ? left.items[0] : undefined
  return typeof only === 'number' ? only : left
}

/** Two slots under one place: as many nodes as their hashes have bits in common. */
function apart(a: number, hashA: number, b: number, hashB: number, level: number, owner: Owner): IndexItem {
  if (level >= 32) return new Collision([a, b])
  const placeA = (hashA >>> level) & MASK
  const placeB = (hashB >>> level) & MASK
  if (placeA === placeB) return new IndexNode(owner, 1 << placeA, [apart(a, hashA, b, hashB, level + BITS, owner)])
  return new IndexNode(owner, (1 << placeA) | (1 << placeB), placeA < placeB ? [a, b] : [b, a])
}

function withItem(node: IndexNode, at: number, item: IndexItem, owner: Owner): IndexNode {
  if (node.items[at] === item) return node
  const own = node.owner === owner ? node : new IndexNode(owner, node.bitmap, node.items.slice())
  own.items[at] = item
  return own
}

function keyAt({ rows, shift }: KeysBySlot, slot: number): TableKey | undefined {
  let node = rows
  for (let level = shift; level > 0; level -= BITS) node = (node as Branch).children[(slot >>> level) & MASK]
  return (node as { keys: (TableKey | undefined)[] }).keys[slot & MASK]
}

/** Bits that are set; Bit Twiddling Hacks, Sean Eron Anderson (public domain). */
function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
