import { describe, expect, it } from 'vitest'
import { axisSpan } from './axisSpan.ts'

describe('axisSpan', () => {
  it('[TIM-9] ends today while bookings are recent', () => {
    expect(axisSpan({ first: '2023-01-15', last: '2026-01-10' }, '2026-03-01')).toEqual({
      first: '2023-01-15',
      last: '2026-03-01',
      endsToday: true,
    })
  })

  it('[TIM-9] ends with the bookings where they are long past, or ahead', () => {
    expect(axisSpan({ first: '2012-01-02', last: '2013-12-29' }, '2026-03-01').last).toBe('2013-12-29')
    expect(axisSpan({ first: '2012-01-02', last: '2026-03-09' }, '2026-03-01')).toMatchObject({
      last: '2026-03-09',
      endsToday: false,
    })
  })

  it('[TIM-9] is today alone while nothing is booked', () => {
    expect(axisSpan(undefined, '2026-03-01')).toEqual({ first: '2026-03-01', last: '2026-03-01', endsToday: true })
  })
})
