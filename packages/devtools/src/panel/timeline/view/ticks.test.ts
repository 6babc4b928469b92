import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABEL_PX, niceStep, offsetTicks, timeTicks } from './ticks.ts'
import { timesBelow } from './timesBelow.ts'
import { toPixel } from './Viewport.ts'

describe('ticks of offsets', () => {
  it('[TRK-5] stand at whole steps of 1, 2 or 5, far enough apart for their labels', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1, max: 1_000_000 }),
        fc.double({ min: 3, max: 1_000_000, noNaN: true }),
        fc.integer({ min: 120, max: 2500 }),
        (from, span, width) => {
          const view = { from, to: from + span, width }
          const ticks = offsetTicks(view, 2_000_000, LABEL_PX)
          for (const [index, { at }] of ticks.entries()) {
            expect(Number.isInteger(at)).toBe(true)
            const before = ticks[index - 1]
            if (before) {
              expect(toPixel(view, at) - toPixel(view, before.at)).toBeGreaterThan(LABEL_PX * 0.99)
              expect(String(at - before.at)).toMatch(/^[125]0*$/)
            }
          }
        },
      ),
    )
  })

  it('[TRK-5] end with the log', () => {
    const ticks = offsetTicks({ from: -1, to: 50, width: 2000 }, 7, LABEL_PX)
    expect(ticks.map(({ at }) => at)).toEqual([0, 5])
  })

  it('[TRK-5] take the smallest nice step that is not less', () => {
    expect([0.2, 1, 1.1, 3, 7, 20, 21, 600].map(niceStep)).toEqual([1, 1, 2, 5, 10, 20, 50, 1000])
  })

  it('[TRK-5] are written as the reader writes numbers', () => {
    const [, tick] = offsetTicks({ from: 0, to: 100_000, width: 1000 }, 100_000, LABEL_PX, 'de-DE')
    expect(tick?.label).toBe('10.000')
  })
})

describe('ticks of time', () => {
  const noon = new Date(2026, 2, 14, 12).getTime()

  it('[TRK-5] stand at steps of a clock, in the words of the reader', () => {
    const ticks = timeTicks({ from: noon, to: noon + 3_600_000, width: 600 }, 'en-GB')
    expect(ticks.map(({ label }) => label)).toEqual(['12:00', '12:15', '12:30', '12:45', '13:00'])
  })

  it('[TRK-5] are strong where a day begins', () => {
    const ticks = timeTicks({ from: noon, to: noon + 48 * 3_600_000, width: 700 }, 'en-GB')
    expect(ticks.filter(({ strong }) => strong).map(({ at }) => new Date(at).getDate())).toEqual([15, 16])
  })

  it('[TRK-5] go down to milliseconds', () => {
    const ticks = timeTicks({ from: noon, to: noon + 10, width: 600 }, 'en-GB')
    expect(ticks.map(({ label }) => label)).toContain('00:00.004')
  })
})

describe('times under offsets', () => {
  const start = new Date(2026, 2, 14, 9, 0, 0).getTime()
  const ticks = [0, 10, 20].map((at) => ({ at, label: String(at), strong: false }))
  const below = (gapMs: number) =>
    timesBelow(ticks, (place) => start + place * gapMs, 'en-GB').map((tick) => tick.below)

  it('[TRK-5] say the time as finely as the records differ', () => {
    expect(below(1000)).toEqual(['09:00:00', '09:00:10', '09:00:20'])
    expect(below(7)).toEqual(['09:00:00.000', '09:00:00.070', '09:00:00.140'])
  })

  it('[TRK-5] say the day where the log spans more than half of one', () => {
    expect(below(4_000_000)[1]).toContain('14 Mar')
  })

  it('[TRK-5] are left out while they are on their way', () => {
    expect(timesBelow(ticks, () => undefined)).toEqual(ticks)
  })
})
