import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatDate } from './formatDate.ts'

it.each([
  ['short', /^14\/09\/2023$/],
  ['medium', /^14 Sept? 2023$/],
  ['long', /^14 September 2023$/],
  ['weekday', /^Thursday,? 14 September 2023$/],
  ['month', /^September 2023$/],
] as const)('[CMP-4] writes a day in the style %s', (style, expected) => {
  expect(formatDate('2023-09-14', { style, locale: 'en-GB' }).text).toMatch(expected)
})

it('[CMP-4] writes a calendar day as the same day, whatever the time zone', () => {
  const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin'), (date, timeZone) => {
      const day = date.toISOString().slice(0, 10)
      const { text, machine } = formatDate(day, { style: 'short', locale: 'en-GB', timeZone })
      expect(machine).toBe(day)
      expect(text.split('/').reverse().join('-')).toBe(day)
    }),
  )
})

it('[CMP-4] writes an instant in the time zone that is asked for', () => {
  const instant = Date.UTC(2023, 8, 14, 23, 30)
  const format = { style: 'short', time: 'minutes', locale: 'en-GB' } as const
  expect(formatDate(instant, { ...format, timeZone: 'Europe/Berlin' }).text).toBe('15/09/2023, 01:30')
  expect(formatDate(instant, { ...format, timeZone: 'UTC' }).machine).toBe('2023-09-14T23:30:00.000Z')
})

it.each(['2023-02-31', '2023-13-01', '14.09.2023', ''])('[CMP-4] refuses "%s", which is no day', (text) => {
  expect(() => formatDate(text)).toThrow('expected a day of the calendar')
})
