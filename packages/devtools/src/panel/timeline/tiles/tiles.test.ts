import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeBuckets, mergeTiles } from './density.ts'
import { bucketOf, childrenOf, levelFor, parentOf, TILE_BUCKETS, tileFrom, tilesOver, tileTo } from './tileGrid.ts'

const counts = fc.array(fc.nat({ max: 1000 }), { minLength: 4, maxLength: 4 })
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

describe('the grid of tiles', () => {
  it('[TRK-6] covers a view without gaps', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1_000_000 }),
        fc.nat({ max: 200_000 }),
        fc.integer({ min: 0, max: 12 }),
        (from, span, level) => {
          const tiles = tilesOver({ from, to: from + span }, level, { from: -1, to: 2_000_000 })
          expect(tileFrom(tiles[0] ?? { level, index: -1 })).toBeLessThanOrEqual(from)
          expect(tileTo(tiles.at(-1) ?? { level, index: -1 })).toBeGreaterThan(from + span)
          for (const [at, tile] of tiles.entries())
            if (at > 0) expect(tileFrom(tile)).toBe(tileTo(tiles[at - 1] ?? tile))
        },
      ),
    )
  })

  it('[TRK-6] asks for no more buckets than two a pixel, and one tile at each side', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5e6, noNaN: true }), fc.integer({ min: 300, max: 2560 }), (span, width) => {
        const view = { from: 0, to: span, width }
        const level = levelFor(view)
        const buckets = tilesOver(view, level, { from: -1, to: 1e7 }, 1).length * TILE_BUCKETS
        if (level > 0) expect((bucketOf(level) / span) * width).toBeGreaterThanOrEqual(0.999)
        expect(buckets).toBeLessThanOrEqual(width + 4 * TILE_BUCKETS)
      }),
    )
  })

  it('[TRK-6] makes two tiles the parts of the one above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: -3, max: 1000 }), (level, index) => {
        const tile = { level, index }
        const [left, right] = childrenOf(tile)
        expect([tileFrom(left), tileTo(left), tileTo(right)]).toEqual([tileFrom(tile), tileFrom(right), tileTo(tile)])
        expect([parentOf(left), parentOf(right)]).toEqual([tile, tile])
      }),
    )
  })
})

describe('merging counts', () => {
  it('[TRK-6] loses none and invents none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 1e6 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (numbers, parts) => {
          const merged = mergeBuckets(numbers, parts)
          expect(sum(merged)).toBe(sum(numbers))
          expect(merged).toHaveLength(Math.ceil(numbers.length / parts))
        },
      ),
    )
  })

  it('[TRK-6] puts two tiles side by side, track by track', () => {
    fc.assert(
      fc.property(counts, counts, counts, (left, right, other) => {
        const merged = mergeTiles(
          [{ track: 'ledger', counts: left, failed: [0, 0, 0, 0] }],
          [
            { track: 'ledger', counts: right, failed: [0, 0, 0, 1] },
            { track: 'view', counts: other, failed: [0, 0, 0, 0] },
          ],
          4,
        )
        expect(merged).toEqual([
          { track: 'ledger', counts: mergeBuckets([...left, ...right], 2), failed: [0, 0, 0, 1] },
          { track: 'view', counts: mergeBuckets([0, 0, 0, 0, ...other], 2), failed: [0, 0, 0, 0] },
        ])
      }),
    )
  })
})
