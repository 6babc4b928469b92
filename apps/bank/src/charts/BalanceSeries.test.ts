import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceOn, outline } from './BalanceSeries.ts'

const series = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { maxLength: 400 }).map((minor) => ({
  days: Int32Array.from(minor, (_, at) => 20_000 + at),
  minor: Float64Array.from(minor),
}))

describe('a balance series', () => {
  it('[CHT-1] keeps a balance until the next day that has another', () => {
    const sparse = { days: Int32Array.of(10, 20), minor: Float64Array.of(100, -50) }
    expect([9, 10, 19, 20, 99].map((day) => balanceOn(sparse, day))).toEqual([0, 100, 100, -50, -50])
    expect(balanceOn({ days: new Int32Array(), minor: new Float64Array() }, 5)).toBe(0)
  })

  it('[CHT-2] is drawn with every change where there is room for it', () => {
    fc.assert(
      fc.property(series, (all) => {
        const kept = outline(all, 1_000)
        const drawn = {
          days: Int32Array.from(kept, (at) => all.days[at] as number),
          minor: Float64Array.from(kept, (at) => all.minor[at] as number),
        }
        for (const day of all.days) expect(balanceOn(drawn, day)).toBe(balanceOn(all, day))
      }),
    )
  })

  it('[CHT-2] never loses its first, last, lowest or highest balance to a narrow screen', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 50 }), (all, widthPx) => {
        const kept = outline(all, widthPx)
        const minor = kept.map((at) => all.minor[at])
        if (all.minor.length === 0) {
          expect(kept).toEqual([])
          return
        }
        expect(kept[0]).toBe(0)
        expect(kept.at(-1)).toBe(all.minor.length - 1)
        expect(minor).toContain(Math.min(...all.minor))
        expect(minor).toContain(Math.max(...all.minor))
        expect(kept.length).toBeLessThanOrEqual((widthPx + 1) * 4 + 1)
        expect(kept).toEqual([...kept].sort((a, b) => a - b))
      }),
    )
  })
})
