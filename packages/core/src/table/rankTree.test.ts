import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RankNode } from './rankTree.ts'
import { addRank, eachRank, rankOf, rankTreeOf, removeRank, slotAtRank } from './rankTree.ts'
import { newOwner } from './slotTrie.ts'

/** Slots in descending order, so that their order is not that of the numbers. */
const sought = (slot: number) => (other: number) => slot - other
const inOrder = (slots: Iterable<number>) => [...slots].sort((a, b) => b - a)

function slotsOf(root: RankNode | undefined): number[] {
  const slots: number[] = []
  eachRank(root, 0, Number.POSITIVE_INFINITY, (slot) => slots.push(slot))
  return slots
}

const slots = fc.uniqueArray(fc.nat(900), { maxLength: 400 })

describe('slots by rank', () => {
  it('[DER-2] stand where a sorted list has them, in every version', () => {
    fc.assert(
      fc.property(slots, fc.array(fc.tuple(fc.nat(), slots, slots), { maxLength: 6 }), (first, writes) => {
        const versions = [{ root: rankTreeOf(inOrder(first), newOwner()), model: new Set(first) }]
        for (const [from, removed, added] of writes) {
          const before = versions[from % versions.length] as (typeof versions)[0]
          const model = new Set(before.model)
          const owner = newOwner()
          let { root } = before
          for (const slot of removed) {
            if (!model.delete(slot)) continue
            const left = removeRank(root as RankNode, slot, sought(slot), owner)
            expect(left).not.toBe(false)
            root = left || undefined
          }
          for (const slot of added) {
            if (model.has(slot)) continue
            model.add(slot)
            root = addRank(root, slot, sought(slot), owner)
          }
          versions.push({ root, model })
        }
        for (const { root, model } of versions) {
          const expected = inOrder(model)
          expect(slotsOf(root)).toEqual(expected)
          expect(root?.size ?? 0).toBe(expected.length)
          for (const [rank, slot] of expected.entries()) {
            expect(slotAtRank(root as RankNode, rank)).toBe(slot)
            expect(rankOf(root, sought(slot))).toBe(rank)
          }
          const part: number[] = []
          eachRank(root, 3, 70, (slot) => part.push(slot))
          expect(part).toEqual(expected.slice(3, 70))
        }
      }),
    )
  })

  it('[DER-4] copy one node of each level for one more or less', () => {
    const root = rankTreeOf(inOrder(Array.from({ length: 20_000 }, (_, n) => n * 2)), newOwner()) as RankNode
    const more = addRank(root, 9_999, sought(9_999), newOwner())
    const less = removeRank(root, 10_000, sought(10_000), newOwner()) as RankNode
    const before = new Set(nodesOf(root))
    for (const after of [more, less]) expect(nodesOf(after).filter((node) => !before.has(node)).length).toBeLessThan(5)
    expect([root.size, more.size, less.size]).toEqual([20_000, 20_001, 19_999])
  })

  it('[DER-4] keep few and full nodes, whatever comes and goes', () => {
    const owner = newOwner()
    let root: RankNode | undefined
    for (let slot = 0; slot < 10_000; slot++) root = addRank(root, slot, sought(slot), owner)
    for (let slot = 0; slot < 10_000; slot++)
      if (slot % 10 > 0) root = removeRank(root as RankNode, slot, sought(slot), owner) || undefined
    expect(slotsOf(root)).toHaveLength(1_000)
    expect(nodesOf(root as RankNode).length).toBeLessThan(150)
  })

  it('[DER-7] say so where a slot is not where it is looked for', () => {
    const root = rankTreeOf([3, 2, 1], newOwner()) as RankNode
    expect(removeRank(root, 2, () => -1, newOwner())).toBe(false)
    expect(slotsOf(root)).toEqual([3, 2, 1])
  })
})

function nodesOf(node: RankNode): RankNode[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])]
}
