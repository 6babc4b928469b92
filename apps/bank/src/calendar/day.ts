import { CalendarDate, fromAbsolute, getLocalTimeZone, parseDate } from '@internationalized/date'
import type { CalendarDay } from '../ledger/day.ts'
import { calendarDay, dayNumber } from '../ledger/day.ts'

/** So many months later, or earlier if negative. The 31st becomes the last day of a shorter month. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  return parseDate(day).add({ months }).toString()
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return calendarDay(dayNumber(day) + days)
}

/** The day that the reader's clock shows at a moment, in milliseconds since 1970. */
export function localDay(time: number): CalendarDay {
  const date = new Date(time)
  return new CalendarDate(date.getFullYear(), date.getMonth() + 1, date.getDate()).toString()
}

/** An IANA time zone: `Europe/Berlin`. */
export type TimeZone = string

/** The zone of the reader's clock. */
export const localTimeZone = (): TimeZone => getLocalTimeZone()

/** The day that a clock in `timeZone` shows at a moment, in milliseconds since 1970. */
export function dayAt(time: number, timeZone: TimeZone): CalendarDay {
  const { year, month, day } = fromAbsolute(time, timeZone)
  return new CalendarDate(year, month, day).toString()
}
