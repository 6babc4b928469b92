import { expect, it } from 'vitest'
import type { StoreOverview } from '../../protocol/overview.ts'
import type { BranchNode } from './branchTree.ts'
import { branchTree, descendantsOf } from './branchTree.ts'

const store = (id: string, parent?: { readonly id: string; readonly at: number }) =>
  ({ id, name: id, parent }) as Partial<StoreOverview> as StoreOverview
const shape = (nodes: readonly BranchNode[]): unknown =>
  nodes.map(({ store: { id }, branches }) => [id, shape(branches)])

it('[BRN-5] stands each branch below what it branches from, in the order in which they leave', () => {
  const tree = branchTree([
    store('b2', { id: 'bank', at: 9 }),
    store('bank'),
    store('b1', { id: 'bank', at: 4 }),
    store('b11', { id: 'b1', at: 2 }),
    store('shop'),
  ])
  expect(shape(tree)).toEqual([
    [
      'bank',
      [
        ['b1', [['b11', []]]],
        ['b2', []],
      ],
    ],
    ['shop', []],
  ])
})

it('[BRN-5] stands a branch at the root when what it branched from has gone', () => {
  expect(shape(branchTree([store('b1', { id: 'gone', at: 4 })]))).toEqual([['b1', []]])
})

it('[BRN-6] knows all branches that go with one', () => {
  const [bank] = branchTree([store('bank'), store('b1', { id: 'bank', at: 1 }), store('b11', { id: 'b1', at: 1 })])
  expect(bank && descendantsOf(bank).map(({ store: { id } }) => id)).toEqual(['b1', 'b11'])
})
