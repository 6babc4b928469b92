import type { GraphNode } from './causeNodes.ts'

/** `across`: from left to right. `down`: line by line, for where there is no width. */
export type Orientation = 'across' | 'down'

export interface PlacedNode {
  readonly node: GraphNode
  readonly parent: string | undefined
  /** Nodes on the way from the outside event. */
  readonly depth: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface CauseLayout {
  readonly nodes: readonly PlacedNode[]
  /** Paths of the lines, as SVG has them. */
  readonly edges: readonly { readonly id: string; readonly path: string }[]
  readonly width: number
  readonly height: number
}

const WIDTH = 184
const RUN_WIDTH = 176
const HEIGHT = 42
const GAP_X = 36
const GAP_Y = 10
const MARGIN = 12
const INDENT = 22

/** Where the nodes and lines of a graph of causes stand. Layers are the nodes' distances from the outside event. */
export function layOutCauses(root: GraphNode, orientation: Orientation, availableWidth: number): CauseLayout {
  return orientation === 'across' ? across(root) : down(root, availableWidth)
}

function across(root: GraphNode): CauseLayout {
  const layers = widthsOf(root)
  const xs: number[] = []
  let x = MARGIN
  for (const width of layers) {
    xs.push(x)
    x += width + GAP_X
  }
  const nodes: PlacedNode[] = []
  const edges: { id: string; path: string }[] = []
  let nextY = MARGIN

  /** Gives the middle of the node: leaves stand one under another, and what leads to them in their middle. */
  function put(node: GraphNode, parent: string | undefined, depth: number): number {
    const index = nodes.length
    const middles = node.children.map((child) => put(child, node.id, depth + 1))
    let middle = ((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2
    if (middles.length === 0) {
      middle = nextY + HEIGHT / 2
      nextY += HEIGHT + GAP_Y
    }
    const left = xs[depth] ?? 0
    const width = widthOf(node)
    nodes.splice(index, 0, { node, parent, depth, x: left, y: middle - HEIGHT / 2, width, height: HEIGHT })
    const right = left + width
    for (const [at, child] of node.children.entries()) {
      const to = middles[at] ?? middle
      const toX = xs[depth + 1] ?? right
      const half = (right + toX) / 2
      edges.push({
        id: `${node.id} ${child.id}`,
        path: `M${right} ${middle}C${half} ${middle} ${half} ${to} ${toX} ${to}`,
      })
    }
    return middle
  }
  put(root, undefined, 0)
  return { nodes, edges, width: x - GAP_X + MARGIN, height: nextY - GAP_Y + MARGIN }
}

const widthOf = (node: GraphNode): number => (node.kind === 'record' ? WIDTH : RUN_WIDTH)

function widthsOf(node: GraphNode, depth = 0, widths: number[] = []): readonly number[] {
  widths[depth] = Math.max(widths[depth] ?? 0, widthOf(node))
  for (const child of node.children) widthsOf(child, depth + 1, widths)
  return widths
}

function down(root: GraphNode, availableWidth: number): CauseLayout {
  const nodes: PlacedNode[] = []
  const edges: { id: string; path: string }[] = []
  let y = MARGIN
  let widest = 0

  function put(node: GraphNode, parent: PlacedNode | undefined, depth: number, indent: number): void {
    const x = MARGIN + indent * INDENT
    const width = Math.max(WIDTH, Math.min(WIDTH * 2, availableWidth - x - MARGIN))
    const placed = { node, parent: parent?.node.id, depth, x, y, width, height: HEIGHT }
    nodes.push(placed)
    widest = Math.max(widest, x + width)
    y += HEIGHT + GAP_Y
    if (parent) {
      const from = parent.x + INDENT / 2
      const top = parent.y + parent.height
      const path =
        parent.x === x ? `M${from} ${top}V${placed.y}` : `M${from} ${top}V${placed.y + HEIGHT / 2 - 6}q0 6 6 6H${x}`
      edges.push({ id: `${parent.node.id} ${node.id}`, path })
    }
    // The way to the record is one line down; where it parts, what follows is indented.
    const inner =
      node.children.length === 1 && !(node.kind === 'record' && node.role !== 'ancestor' && node.role !== 'outside')
        ? indent
        : indent + 1
    for (const child of node.children) put(child, placed, depth + 1, inner)
  }
  put(root, undefined, 0, 0)
  return { nodes, edges, width: widest + MARGIN, height: y - GAP_Y + MARGIN }
}

/** The node that an arrow key goes to. */
export function neighbour(
  { nodes }: CauseLayout,
  from: string,
  key: string,
  orientation: Orientation,
): PlacedNode | undefined {
  const index = nodes.findIndex(({ node }) => node.id === from)
  const here = nodes[index]
  if (!here) return nodes[0]
  switch (key) {
    case 'ArrowRight':
      return nodes.find(({ parent }) => parent === here.node.id)
    case 'ArrowLeft':
      return nodes.find(({ node }) => node.id === here.parent)
    case 'Home':
      return nodes[0]
    case 'End':
      return nodes.at(-1)
    case 'ArrowDown':
    case 'ArrowUp': {
      const by = key === 'ArrowDown' ? 1 : -1
      if (orientation === 'down') return nodes[index + by]
      const layer = nodes.filter(({ depth }) => depth === here.depth)
      return layer[layer.indexOf(here) + by]
    }
    default:
      return undefined
  }
}
