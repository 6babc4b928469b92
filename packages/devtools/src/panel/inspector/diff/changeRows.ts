import type { Path } from '@playhead/core'
import type { ChangeView } from '../../../protocol/calls.ts'
import type { TreeRow } from '../../tree/TreeRow.ts'
import { pathKey } from '../../values/paths.ts'

/** A line of a difference: a change, or what several changes are in. */
export interface ChangeRow extends TreeRow {
  readonly path: Path
  /** The end of the path, as far as it is not said by the line above. */
  readonly keys: Path
  readonly change: ChangeView | undefined
  /** Changes in it and below. */
  readonly count: number
}

interface Node {
  readonly path: Path
  change: ChangeView | undefined
  readonly children: Map<string, Node>
}

/**
 * The lines of a difference, by path. A way on which nothing else happens stands in one line:
 * `ledger › accounts › giro › minor`.
 */
export function changeRows(changes: readonly ChangeView[], collapsed: ReadonlySet<string>): readonly ChangeRow[] {
  const root: Node = { path: [], change: undefined, children: new Map() }
  for (const change of changes) {
    let node = root
    for (const [depth, key] of change.path.entries()) {
      const name = pathKey([key])
      const known = node.children.get(name)
      const child: Node = known ?? { path: change.path.slice(0, depth + 1), change: undefined, children: new Map() }
      if (!known) node.children.set(name, child)
      node = child
    }
    node.change = change
  }
  const rows: ChangeRow[] = []
  lines(root, 1, collapsed, rows)
  return rows
}

function lines(parent: Node, level: number, collapsed: ReadonlySet<string>, rows: ChangeRow[]): number {
  let changes = 0
  const siblings = parent.children.size
  let position = 0
  for (const first of parent.children.values()) {
    position += 1
    let node = first
    while (!node.change && node.children.size === 1) node = [...node.children.values()][0] ?? node
    const id = pathKey(node.path)
    const isExpanded = node.children.size > 0 ? !collapsed.has(id) : undefined
    const at = rows.length
    const below: ChangeRow[] = []
    const count = lines(node, level + 1, collapsed, below) + (node.change ? 1 : 0)
    const keys = node.path.slice(parent.path.length)
    rows[at] = { id, path: node.path, keys, change: node.change, count, level, position, siblings, isExpanded }
    if (isExpanded) rows.push(...below)
    changes += count
  }
  return changes
}
