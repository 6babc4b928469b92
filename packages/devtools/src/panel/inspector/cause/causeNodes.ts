import type { CauseGraph, CauseNode } from '../../../protocol/calls.ts'
import type { RunView } from '../../../protocol/overview.ts'

/** A node of the graph of causes, as it is drawn. What it leads to stands in it: the graph is a tree. */
export type GraphNode = { readonly id: string; readonly children: readonly GraphNode[] } & (
  | { readonly kind: 'record'; readonly record: CauseNode; readonly role: 'outside' | 'ancestor' | 'self' | 'caused' }
  | { readonly kind: 'run'; readonly effect: string; readonly run: number; readonly details: RunView | undefined }
  /** Stands for nodes that are left out; pressed, it gives them back where they can be had. */
  | { readonly kind: 'more'; readonly count: number; readonly what: string; readonly canShow: boolean }
)

/** How much of a graph is drawn before it is summarised. */
export interface GraphBounds {
  /** Records on the way to the record. */
  readonly ancestorsMax: number
  /** Runs that it started, records that it led to directly, records of one run. */
  readonly childrenMax: number
}

export const FIRST_BOUNDS: GraphBounds = { ancestorsMax: 7, childrenMax: 8 }
/** More than this nobody reads in a graph; the list has them all. */
export const MOST_BOUNDS: GraphBounds = { ancestorsMax: 60, childrenMax: 60 }

/** The nodes of a graph of causes, from the outside event on. */
export function causeNodes(graph: CauseGraph, bounds: GraphBounds): GraphNode {
  const { ancestors, self, effects, direct, more } = graph
  const canShow = bounds !== MOST_BOUNDS
  const below: GraphNode[] = [
    ...some(effects, bounds.childrenMax, 'runs', canShow, ({ run, caused }) => ({
      kind: 'run' as const,
      id: `run ${run.effect} ${run.run}`,
      effect: run.effect,
      run: run.run,
      details: run,
      children: some(caused, bounds.childrenMax, 'records', canShow, recordNode('caused')),
    })),
    ...some(direct, bounds.childrenMax, 'records', canShow, recordNode('caused')),
  ]
  if (more > 0) below.push({ kind: 'more', id: 'beyond', count: more, what: 'records', canShow: false, children: [] })

  let node: GraphNode = {
    kind: 'record',
    id: self.id,
    record: self,
    role: ancestors.length === 0 ? 'outside' : 'self',
    children: below,
  }
  // From the record back to the outside: each is wrapped in what led to it.
  const { first, last } = keptOf(ancestors.length, bounds.ancestorsMax)
  for (let at = ancestors.length - 1; at >= 0; at--) {
    const record = ancestors[at]
    if (!record) continue
    if (at >= first && at < last) {
      node = { kind: 'more', id: 'between', count: last - first, what: 'records between', canShow, children: [node] }
      at = first
      continue
    }
    node = {
      kind: 'record',
      id: record.id,
      record,
      role: at === 0 ? 'outside' : 'ancestor',
      children: [throughRun(node)],
    }
  }
  return ancestors.length === 0 ? node : node
}

/** The run that sent a record stands between it and its cause. */
function throughRun(node: GraphNode): GraphNode {
  if (node.kind !== 'record' || !node.record.effect) return node
  const { name, run } = node.record.effect
  return {
    kind: 'run',
    id: `run ${name} ${run} of ${node.id}`,
    effect: name,
    run,
    details: undefined,
    children: [node],
  }
}

/** Which ancestors are left out: the beginning says where it came from, the end how it came here. */
function keptOf(count: number, max: number): { readonly first: number; readonly last: number } {
  if (count <= max) return { first: count, last: count }
  return { first: 2, last: count - (max - 2) }
}

function some<T>(
  items: readonly T[],
  max: number,
  what: string,
  canShow: boolean,
  nodeOf: (item: T) => GraphNode,
): readonly GraphNode[] {
  const nodes = items.slice(0, max).map(nodeOf)
  const left = items.length - nodes.length
  if (left === 0) return nodes
  const id = `more ${what} beside ${nodes[0]?.id}`
  return [...nodes, { kind: 'more', id, count: left, what: `more ${what}`, canShow, children: [] }]
}

const recordNode =
  (role: 'caused') =>
  (record: CauseNode): GraphNode => ({ kind: 'record', id: record.id, record, role, children: [] })
