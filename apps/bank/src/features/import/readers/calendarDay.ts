import { CalendarDate } from '@internationalized/date'
import type { CalendarDay } from './StatementFile.ts'

export interface ReadDay {
  readonly day: CalendarDay
  /** The month does not have the written day; its last day was taken. */
  readonly clamped: boolean
}

/**
 * The day of year, month and day of month, as `YYYY-MM-DD`; undefined where there is no such month, or the day is beyond 31.
 *
 * 30 February is taken as its last day, and says so: German banks count thirty days in every month and write such value dates.
 */
export function calendarDay(year: number, month: number, dayOfMonth: number): ReadDay | undefined {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31)) return undefined
  // CalendarDate takes the last day of the month for a day beyond it.
  const date = new CalendarDate(year, month, dayOfMonth)
  return { day: date.toString(), clamped: date.day !== dayOfMonth }
}

/** The year for two written digits: 80 to 99 are of the last century. */
export function fullYear(twoDigits: number): number {
  return twoDigits >= 80 ? 1900 + twoDigits : 2000 + twoDigits
}
