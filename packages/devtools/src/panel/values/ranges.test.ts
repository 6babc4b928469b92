import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RANGE_SIZE, rangesOf } from './ranges.ts'

it('[VAL-2] gives no ranges to what can stand by itself', () => {
  expect(rangesOf({ from: 0, to: 1_000 })).toEqual([])
})

it('[VAL-2] gives a hundred ranges to 100,000 children', () => {
  const ranges = rangesOf({ from: 0, to: 100_000 })
  expect(ranges).toHaveLength(100)
  expect(ranges[1]).toEqual({ from: 1_000, to: 2_000 })
})

it('[VAL-2] gives ranges without gaps, at most 1,000 of them, each smaller than the whole', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: RANGE_SIZE + 1, max: 2 ** 40 }), (from, size) => {
      const ranges = rangesOf({ from, to: from + size })
      expect(ranges.length).toBeGreaterThan(1)
      expect(ranges.length).toBeLessThanOrEqual(RANGE_SIZE)
      expect(ranges[0]?.from).toBe(from)
      expect(ranges.at(-1)?.to).toBe(from + size)
      for (const [at, range] of ranges.entries()) if (at > 0) expect(range.from).toBe(ranges[at - 1]?.to)
    }),
  )
})
