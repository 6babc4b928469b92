import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay, dayNumber, isCalendarDay } from './day.ts'

/** What `Date` says, which for the years before 100 must be told by `setUTCFullYear`. */
const byDate = (year: number, month: number, dayOfMonth: number) =>
  new Date(0).setUTCFullYear(year, month - 1, dayOfMonth) / 86_400_000

const lastDay = dayNumber('9999-12-31')
const anyDay = fc.integer({ min: dayNumber('0001-01-01'), max: lastDay })

describe('days', () => {
  it('[BNK-3] are numbered as Date numbers them, in all years that have four digits', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const text = new Date(day * 86_400_000).toISOString().slice(0, 10)
        expect(calendarDay(day)).toBe(text)
        expect(dayNumber(text)).toBe(day)
      }),
    )
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('2024-02-29')).toBe(byDate(2024, 2, 29))
    expect(dayNumber('0050-03-01')).toBe(byDate(50, 3, 1))
    expect(dayNumber('1900-03-01') - dayNumber('1900-02-28')).toBe(1)
  })

  it('[BNK-3] exist in the calendar, and are written with four, two and two digits', () => {
    fc.assert(fc.property(anyDay, (day) => isCalendarDay(calendarDay(day))))
    const wrong = ['2026-02-29', '2026-00-10', '2026-13-01', '2026-04-31', '2026-4-1', '0000-12-31', '10000-01-01']
    for (const text of [...wrong, '2026-01-01T00:00', ' 2026-01-01', '', 20_260_101, null]) {
      expect(isCalendarDay(text), String(text)).toBe(false)
    }
  })
})
