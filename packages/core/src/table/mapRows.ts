import type { Owner, SlotNode } from './slotTrie.ts'
import { BITS, Branch, Leaf } from './slotTrie.ts'
import type { TableKey } from './TableKey.ts'

/** Every row replaced by what `project` gives for it. Copies each node that it changes once, and looks nothing up. */
export function mapRows(
  node: SlotNode,
  shift: number,
  project: (row: unknown, key: TableKey) => unknown,
  owner: Owner,
): SlotNode {
  if (node instanceof Leaf) return mapLeaf(node, project, owner)
  let children: (SlotNode | undefined)[] | undefined
  for (let at = 0; at < node.children.length; at++) {
    const child = node.children[at]
    if (child === undefined) continue
    const mapped = mapRows(child, shift - BITS, project, owner)
    if (mapped === child) continue
    children ??= node.children.slice()
    children[at] = mapped
  }
  return children === undefined ? node : new Branch(owner, children, node.live)
}

function mapLeaf(leaf: Leaf, project: (row: unknown, key: TableKey) => unknown, owner: Owner): Leaf {
  let rows: unknown[] | undefined
  for (let at = 0; at < leaf.keys.length; at++) {
    const key = leaf.keys[at]
    if (key === undefined) continue
    const row = leaf.rows[at]
    const mapped = project(row, key)
    if (Object.is(mapped, row)) continue
    rows ??= leaf.rows.slice()
    rows[at] = mapped
  }
  return rows === undefined ? leaf : new Leaf(owner, leaf.keysOwner, leaf.keys, rows, leaf.live)
}
