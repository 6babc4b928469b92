import type { Owner } from './slotTrie.ts'

/**
 * Slots in some order, by rank: a persistent B+ tree that knows how many slots stand below
 * each of its nodes. Finding the slot at a rank, the rank of a slot, adding and removing one
 * cost O(log n), and versions share what they have in common.
 *
 * ```
 *          Branch 40 | 52              rank 45 = the 5th of the second child
 *         /             \
 *   Leaf 7 3 9 …     Leaf 8 1 …       slots, as they stand
 * ```
 *
 * The tree does not know the order: who writes says where a slot stands. Writers take an owner,
 * as in the slot trie: one write of many slots copies each node once.
 */
export type RankNode = RankLeaf | RankBranch

class RankLeaf {
  owner: Owner
  slots: number[]

  constructor(owner: Owner, slots: number[]) {
    this.owner = owner
    this.slots = slots
  }

  get size(): number {
    return this.slots.length
  }
}

class RankBranch {
  owner: Owner
  children: RankNode[]
  size: number

  constructor(owner: Owner, children: RankNode[], size: number) {
    this.owner = owner
    this.children = children
    this.size = size
  }
}

/** Whether a slot of the tree stands before the one that is looked for; 0 where it is that one. */
export type Sought = (slot: number) => number

/** A tree of slots that stand in order already. */
export function rankTreeOf(slots: readonly number[], owner: Owner): RankNode | undefined {
  let nodes: RankNode[] = chunks(slots, FULL).map((part) => new RankLeaf(owner, part))
  while (nodes.length > 1) nodes = chunks(nodes, FULL).map((part) => new RankBranch(owner, part, sizeOf(part)))
  return nodes[0]
}

/** The slot at a rank that is in the tree. */
export function slotAtRank(root: RankNode, rank: number): number {
  let node = root
  let left = rank
  while (node instanceof RankBranch) {
    let at = 0
    let child = node.children[0] as RankNode
    while (left >= child.size) {
      left -= child.size
      child = node.children[++at] as RankNode
    }
    node = child
  }
  return node.slots[left] as number
}

/** How many slots stand before the one that is looked for. */
export function rankOf(root: RankNode | undefined, sought: Sought): number {
  let node = root
  let rank = 0
  while (node instanceof RankBranch) {
    const at = childFor(node, sought)
    for (let before = 0; before < at; before++) rank += (node.children[before] as RankNode).size
    node = node.children[at]
  }
  return node === undefined ? 0 : rank + placeIn(node.slots, sought)
}

/** Calls `visit` for the slots of ranks `from` up to and without `to`, in order. */
export function eachRank(root: RankNode | undefined, from: number, to: number, visit: (slot: number) => void): void {
  if (root === undefined || from >= to) return
  if (root instanceof RankLeaf) {
    const end = Math.min(to, root.slots.length)
    for (let at = Math.max(from, 0); at < end; at++) visit(root.slots[at] as number)
    return
  }
  let first = 0
  for (const child of root.children) {
    if (first >= to) return
    if (first + child.size > from) eachRank(child, from - first, to - first, visit)
    first += child.size
  }
}

/** Adds a slot where it stands. It must not be in the tree. */
export function addRank(root: RankNode | undefined, slot: number, sought: Sought, owner: Owner): RankNode {
  if (root === undefined) return new RankLeaf(owner, [slot])
  const added = add(root, slot, sought, owner)
  return added.right === undefined ? added.left : branchOf([added.left, added.right], owner)
}

/** Removes a slot. `false` where it is not where it is looked for; `undefined` where none is left. */
export function removeRank(root: RankNode, slot: number, sought: Sought, owner: Owner): RankNode | undefined | false {
  let left = remove(root, slot, sought, owner)
  while (left instanceof RankBranch && left.children.length === 1) left = left.children[0] as RankNode
  return left
}

interface Added {
  readonly left: RankNode
  readonly right: RankNode | undefined
}

function add(node: RankNode, slot: number, sought: Sought, owner: Owner): Added {
  if (node instanceof RankLeaf) {
    const leaf = node.owner === owner ? node : new RankLeaf(owner, node.slots.slice())
    leaf.slots.splice(placeIn(leaf.slots, sought), 0, slot)
    if (leaf.slots.length <= WIDTH_MAX) return { left: leaf, right: undefined }
    return { left: leaf, right: new RankLeaf(owner, leaf.slots.splice(splitAt(leaf.slots, slot))) }
  }
  const branch = own(node, owner)
  const at = childFor(branch, sought)
  const { left, right } = add(branch.children[at] as RankNode, slot, sought, owner)
  branch.children[at] = left
  branch.size++
  if (right === undefined) return { left: branch, right }
  branch.children.splice(at + 1, 0, right)
  if (branch.children.length <= WIDTH_MAX) return { left: branch, right: undefined }
  const other = branchOf(branch.children.splice(splitAt(branch.children, right)), owner)
  branch.size -= other.size
  return { left: branch, right: other }
}

/** In the middle; near the end where that grows, so that what is filled from its end is full. */
const splitAt = <T>(items: readonly T[], added: T): number =>
  items.at(-1) === added ? items.length - 2 : items.length >>> 1

function remove(node: RankNode, slot: number, sought: Sought, owner: Owner): RankNode | undefined | false {
  if (node instanceof RankLeaf) {
    const at = placeIn(node.slots, sought)
    if (node.slots[at] !== slot) return false
    if (node.slots.length === 1) return undefined
    const leaf = node.owner === owner ? node : new RankLeaf(owner, node.slots.slice())
    leaf.slots.splice(at, 1)
    return leaf
  }
  const at = childFor(node, sought)
  const child = remove(node.children[at] as RankNode, slot, sought, owner)
  if (child === false) return false
  if (child === undefined && node.children.length === 1) return undefined
  const branch = own(node, owner)
  branch.size--
  if (child === undefined) branch.children.splice(at, 1)
  else {
    branch.children[at] = child
    joinSmall(branch, at, owner)
  }
  return branch
}

/** Joins a child that has become small with one beside it, where both fit into one. */
function joinSmall(branch: RankBranch, at: number, owner: Owner): void {
  if (widthOf(branch.children[at] as RankNode) >= WIDTH_MIN) return
  const first = at > 0 ? at - 1 : at
  const left = branch.children[first]
  const right = branch.children[first + 1]
  if (left === undefined || right === undefined || widthOf(left) + widthOf(right) > FULL) return
  const joined =
    left instanceof RankLeaf
      ? new RankLeaf(owner, [...left.slots, ...(right as RankLeaf).slots])
      : branchOf([...left.children, ...(right as RankBranch).children], owner)
  branch.children.splice(first, 2, joined)
}

/** The child in which a slot stands: the last one that does not begin behind it. */
function childFor({ children }: RankBranch, sought: Sought): number {
  let low = 1
  let high = children.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sought(firstOf(children[middle] as RankNode)) <= 0) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Where a slot stands among others. */
function placeIn(slots: readonly number[], sought: Sought): number {
  let low = 0
  let high = slots.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sought(slots[middle] as number) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function firstOf(node: RankNode): number {
  let first = node
  while (first instanceof RankBranch) first = first.children[0] as RankNode
  return first.slots[0] as number
}

const own = (branch: RankBranch, owner: Owner): RankBranch =>
  branch.owner === owner ? branch : new RankBranch(owner, branch.children.slice(), branch.size)

const branchOf = (children: RankNode[], owner: Owner): RankBranch => new RankBranch(owner, children, sizeOf(children))

const widthOf = (node: RankNode): number => (node instanceof RankLeaf ? node.slots.length : node.children.length)

const sizeOf = (nodes: readonly RankNode[]): number => nodes.reduce((sum, { size }) => sum + size, 0)

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size))
  return parts
}

const WIDTH_MAX = 64
/** A new node has room for a few more, and joining two does not make one that is split by the next. */
const FULL = 48
const WIDTH_MIN = 16
