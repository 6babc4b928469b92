import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay, dayNumber } from '../ledger/day.ts'
import { calendarTicks } from './calendarTicks.ts'

describe('calendarTicks', () => {
  it('[CAL-1] stand on first days of months within the span, and their labels do not touch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 40, max: 2_400 }),
        (from, days, widthPx) => {
          const ticks = calendarTicks(calendarDay(from), calendarDay(from + days), widthPx)
          const px = (value: number) => ((value - from) / days) * widthPx
          const labelled = ticks.filter(({ label }) => label !== undefined).map(({ value }) => px(value))
          for (const { value } of ticks) {
            expect(value).toBeGreaterThanOrEqual(from)
            expect(value).toBeLessThanOrEqual(from + days)
            expect(calendarDay(value)).toMatch(/-01$/)
          }
          for (const [at, x] of labelled.entries()) {
            if (at > 0) expect(x - (labelled[at - 1] as number)).toBeGreaterThan(45)
          }
        },
      ),
    )
  })

  it('[CAL-1] names years in January and months otherwise', () => {
    const labels = calendarTicks('2024-11-15', '2025-05-20', 600).flatMap(({ label }) => label ?? [])
    expect(labels).toEqual(['Dec', '2025', 'Feb', 'Mar', 'Apr', 'May'])
  })

  it('[CAL-1] has none where there is no span or no room', () => {
    expect(calendarTicks('2025-01-01', '2025-01-01', 600)).toEqual([])
    expect(calendarTicks('2025-01-01', '2026-01-01', 0)).toEqual([])
    expect(dayNumber('1970-01-01')).toBe(0)
  })
})
