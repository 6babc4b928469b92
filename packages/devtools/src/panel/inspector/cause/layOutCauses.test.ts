import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CauseGraph, CauseNode } from '../../../protocol/calls.ts'
import type { GraphNode } from './causeNodes.ts'
import { causeNodes, FIRST_BOUNDS, MOST_BOUNDS } from './causeNodes.ts'
import { layOutCauses, neighbour } from './layOutCauses.ts'

const node = (offset: number, run?: number): CauseNode => ({
  id: `client.${offset}`,
  offset,
  type: 'bank/opened',
  time: offset,
  effect: run === undefined ? undefined : { name: 'sync', run },
})

function graphOf(ancestors: number, runs: readonly number[], direct: number, more = 0): CauseGraph {
  let next = 1_000
  return {
    ancestors: Array.from({ length: ancestors }, (_, at) => node(at, at === 0 ? undefined : at)),
    self: node(500, ancestors > 0 ? 99 : undefined),
    effects: runs.map((caused, at) => ({
      run: {
        effect: 'notify',
        run: at,
        startedBy: 500,
        startedAt: 0,
        endedAt: 1,
        outcome: 'done',
        emitted: [],
        endedBy: undefined,
      },
      caused: Array.from({ length: caused }, () => node(next++, at)),
    })),
    direct: Array.from({ length: direct }, () => node(next++)),
    more,
  }
}

const flat = (root: GraphNode): readonly GraphNode[] => [root, ...root.children.flatMap(flat)]

const graphs = fc
  .tuple(fc.nat(40), fc.array(fc.nat(20), { maxLength: 20 }), fc.nat(20), fc.nat(5))
  .map(([ancestors, runs, direct, more]) => graphOf(ancestors, runs, direct, more))

it('[INS-10] begins with the outside event and has the run that sent a record before it', () => {
  const nodes = flat(causeNodes(graphOf(1, [], 0), FIRST_BOUNDS))
  expect(nodes.map((each) => (each.kind === 'record' ? `${each.record.offset} ${each.role}` : each.kind))).toEqual([
    '0 outside',
    'run',
    '500 self',
  ])
})

it('[INS-10] says of a record from outside that it is', () => {
  expect(causeNodes(graphOf(0, [], 0), FIRST_BOUNDS)).toMatchObject({ role: 'outside', children: [] })
})

it('[INS-10] leaves out the middle of a long way, and says how much', () => {
  const nodes = flat(causeNodes(graphOf(30, [], 0), FIRST_BOUNDS))
  expect(nodes.find(({ kind }) => kind === 'more')).toMatchObject({ count: 23, canShow: true })
})

it('[INS-10] counts everything, drawn or left out', () => {
  fc.assert(
    fc.property(graphs, fc.constantFrom(FIRST_BOUNDS, MOST_BOUNDS), (graph, bounds) => {
      const count = flat(causeNodes(graph, bounds)).reduce(
        (sum, each) =>
          sum + (each.kind === 'more' ? (each.what === 'more runs' ? 0 : each.count) : each.kind === 'record' ? 1 : 0),
        0,
      )
      const shownRuns = graph.effects.slice(0, bounds.childrenMax)
      const caused = shownRuns.reduce((sum, { caused: of }) => sum + of.length, 0)
      expect(count).toBe(graph.ancestors.length + 1 + caused + graph.direct.length + graph.more)
    }),
  )
})

it('[INS-10] lays no node over another, nor out of the picture', () => {
  fc.assert(
    fc.property(graphs, fc.constantFrom('across' as const, 'down' as const), (graph, orientation) => {
      const { nodes, width, height } = layOutCauses(causeNodes(graph, FIRST_BOUNDS), orientation, 400)
      for (const [at, a] of nodes.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true)
        for (const b of nodes.slice(at + 1)) {
          const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
          expect(apart).toBe(true)
        }
      }
    }),
  )
})

it('[INS-10] reaches every node with arrows', () => {
  fc.assert(
    fc.property(graphs, fc.constantFrom('across' as const, 'down' as const), (graph, orientation) => {
      const layout = layOutCauses(causeNodes(graph, FIRST_BOUNDS), orientation, 400)
      const reached = new Set([layout.nodes[0]?.node.id])
      for (const id of reached)
        for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
          const to = id !== undefined && neighbour(layout, id, key, orientation)
          if (to) reached.add(to.node.id)
        }
      expect(reached.size).toBe(layout.nodes.length)
    }),
  )
})
