import type { CalendarDay } from '../ledger/day.ts'
import { dayNumber } from '../ledger/day.ts'
import { locale } from './locale.ts'

/**
 * - `short`: 14 Mar 2025, for tables
 * - `weekday`: Fri, 14 Mar 2025, for the place being viewed
 * - `long`: 14 March 2025, in sentences
 * - `monthYear`: March 2025
 */
export type DayStyle = 'short' | 'weekday' | 'long' | 'monthYear' | 'dayMonth' | 'month' | 'year'

/** A day in the reader's words. Days have no time zone, so none is applied. */
export function formatDay(day: CalendarDay, style: DayStyle = 'short'): string {
  return formatterOf(style).format(dayNumber(day) * 86_400_000)
}

/** A moment by the reader's clock: `Thu, 12 Mar 2026, 06:00`. */
export function formatMoment(time: number): string {
  return momentFormatter.format(time)
}

/** A moment to the second, with its zone: for what must be exact. */
export function formatExactMoment(time: number): string {
  return exactFormatter.format(time)
}

const options: Readonly<Record<DayStyle, Intl.DateTimeFormatOptions>> = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  monthYear: { month: 'long', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
  month: { month: 'short' },
  year: { year: 'numeric' },
}

const formatters = new Map<DayStyle, Intl.DateTimeFormat>()

function formatterOf(style: DayStyle): Intl.DateTimeFormat {
  const known = formatters.get(style)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...options[style], timeZone: 'UTC' })
  formatters.set(style, made)
  return made
}

const momentFormatter = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

const exactFormatter = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
})
