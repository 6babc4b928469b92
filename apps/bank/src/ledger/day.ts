/** `YYYY-MM-DD`: a day of the calendar, without a time zone. As strings they sort in order of time. */
export type CalendarDay = string

/** Days since 1 January 1970. What is computed with; entries and addresses carry {@link CalendarDay}s. */
export type DayNumber = number

/** True for a day that exists, in the years 0001 to 9999. */
export function isCalendarDay(value: unknown): value is CalendarDay {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = dayNumber(value)
  return day >= FIRST_DAY && calendarDay(day) === value
}

/**
 * The number of a day that {@link isCalendarDay}; not checked here, as a history asks for it once per line.
 *
 * By arithmetic and not by `Date`, for which the year 50 is 1950. The year is taken to begin in March, so that
 * the day that is not always there is its last: Howard Hinnant, https://howardhinnant.github.io/date_algorithms.html
 */
export function dayNumber(day: CalendarDay): DayNumber {
  const month = digits(day, 5, 7)
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(day, 8, 10) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of {@link dayNumber}. */
export function calendarDay(day: DayNumber): CalendarDay {
  const { year, month, dayOfMonth } = dateOf(day)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`
}

/** Year, month from 1, and day of the month of a day. */
export function dateOf(day: DayNumber): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  }
}

const FIRST_DAY = dayNumber('0001-01-01')

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48
  return value
}

const padded = (value: number, length: number) => String(value).padStart(length, '0')
