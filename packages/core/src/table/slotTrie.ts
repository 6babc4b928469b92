import type { TableKey } from './TableKey.ts'

/**
 * Rows by slot: a radix trie of 32-way nodes. Slots are handed out in order of insertion and
 * never again, so walking the slots is walking the rows in order. A deleted row leaves a hole;
 * a sub-tree with nothing but holes is dropped.
 *
 * ```
 *              Branch                 slot 37 = 1·32 + 5
 *            /        \
 *     Leaf 0 … 31    Leaf 32 … 63     keys and rows side by side, so that replacing
 *                        ▲            a row copies 32 rows and shares the keys
 * ```
 *
 * Every writer takes an owner. A node made by that owner is changed in place, any other is
 * copied: so one draft copies each node it touches once, and no version ever sees another's
 * writes. The idea is Clojure's: Bagwell's tries, Hickey's persistent vector and transients.
 */
export type SlotNode = Leaf | Branch

/** Who may change a node in place. Numbers, so that nodes keep no draft alive. */
export type Owner = number

export const BITS = 5
export const WIDTH = 1 << BITS
export const MASK = WIDTH - 1

let owners = 0
/** An owner nobody has been before. */
export const newOwner = (): Owner => ++owners

export class Leaf {
  owner: Owner
  /** Separate, because a copy that replaces a row shares the keys. */
  keysOwner: Owner
  /** `undefined` is a hole. */
  keys: (TableKey | undefined)[]
  rows: unknown[]
  live: number

  constructor(owner: Owner, keysOwner: Owner, keys: (TableKey | undefined)[], rows: unknown[], live: number) {
    this.owner = owner
    this.keysOwner = keysOwner
    this.keys = keys
    this.rows = rows
    this.live = live
  }
}

export class Branch {
  owner: Owner
  children: (SlotNode | undefined)[]
  live: number

  constructor(owner: Owner, children: (SlotNode | undefined)[], live: number) {
    this.owner = owner
    this.children = children
    this.live = live
  }
}

/** The leaf of a slot. `shift` is the height of `root` in bits: 0 where it is a leaf. */
export function leafOf(root: SlotNode | undefined, shift: number, slot: number): Leaf | undefined {
  let node = root
  for (let level = shift; level > 0; level -= BITS) {
    if (node === undefined) return undefined
    node = (node as Branch).children[(slot >>> level) & MASK]
  }
  return node as Leaf | undefined
}

/** Replaces the row at a slot that is in use. */
export function replaceRow(node: SlotNode, shift: number, slot: number, row: unknown, owner: Owner): SlotNode {
  if (shift === 0) {
    const old = node as Leaf
    const leaf = old.owner === owner ? old : new Leaf(owner, old.keysOwner, old.keys, old.rows.slice(), old.live)
    leaf.rows[slot & MASK] = row
    return leaf
  }
  const branch = ownBranch(node as Branch, owner)
  const at = (slot >>> shift) & MASK
  branch.children[at] = replaceRow(branch.children[at] as SlotNode, shift - BITS, slot, row, owner)
  return branch
}

/** Adds a row at a slot that is not in use. The root must be high enough for the slot. */
export function addRow(
  node: SlotNode | undefined,
  shift: number,
  slot: number,
  key: TableKey,
  row: unknown,
  owner: Owner,
): SlotNode {
  if (shift === 0) {
    const at = slot & MASK
    if (node !== undefined && node.owner !== owner && (node as Leaf).keys.length === at) {
      // Not `push`: it leaves room for more, in every leaf that a version keeps.
      const { keys, rows, live } = node as Leaf
      return new Leaf(owner, owner, keys.concat(key), rows.concat([row]), live + 1)
    }
    const leaf = node === undefined ? new Leaf(owner, owner, [], [], 0) : ownLeaf(node as Leaf, owner)
    // A leaf that was dropped while still filling up begins again with holes.
    for (let hole = leaf.keys.length; hole < (slot & MASK); hole++) {
      leaf.keys.push(undefined)
      leaf.rows.push(undefined)
    }
    leaf.keys[slot & MASK] = key
    leaf.rows[slot & MASK] = row
    leaf.live++
    return leaf
  }
  const branch = node === undefined ? new Branch(owner, [], 0) : ownBranch(node as Branch, owner)
  const at = (slot >>> shift) & MASK
  for (let gap = branch.children.length; gap <= at; gap++) branch.children.push(undefined)
  const child = branch.children[at]
  if (child === undefined) branch.live++
  branch.children[at] = addRow(child, shift - BITS, slot, key, row, owner)
  return branch
}

/** Removes the row at a slot that is in use. `undefined` where nothing but holes is left. */
export function removeRow(node: SlotNode, shift: number, slot: number, owner: Owner): SlotNode | undefined {
  if (node.live === 1 && shift === 0) return undefined
  if (shift === 0) {
    const leaf = ownLeaf(node as Leaf, owner)
    leaf.keys[slot & MASK] = undefined
    leaf.rows[slot & MASK] = undefined
    leaf.live--
    return leaf
  }
  const at = (slot >>> shift) & MASK
  const child = removeRow((node as Branch).children[at] as SlotNode, shift - BITS, slot, owner)
  if (child === undefined && node.live === 1) return undefined
  const branch = ownBranch(node as Branch, owner)
  branch.children[at] = child
  if (child === undefined) branch.live--
  return branch
}

function ownLeaf(leaf: Leaf, owner: Owner): Leaf {
  if (leaf.owner === owner && leaf.keysOwner === owner) return leaf
  const keys = leaf.keysOwner === owner ? leaf.keys : leaf.keys.slice()
  if (leaf.owner !== owner) return new Leaf(owner, owner, keys, leaf.rows.slice(), leaf.live)
  leaf.keys = keys
  leaf.keysOwner = owner
  return leaf
}

function ownBranch(branch: Branch, owner: Owner): Branch {
  return branch.owner === owner ? branch : new Branch(owner, branch.children.slice(), branch.live)
}
