import type { CalendarDay } from '../../calendar/index.ts'
import { dayNumber } from '../../calendar/index.ts'
import type { BookedSpan } from '../accounts/index.ts'

/** From the first booking to the end of the booked axis. */
export interface AxisSpan {
  readonly first: CalendarDay
  readonly last: CalendarDay
  /** The end is today and not the last booking. */
  readonly endsToday: boolean
}

/** After so many days without a booking, the axis ends where the bookings do. */
const idleDaysMax = 92

/**
 * Where the booked axis begins and ends. It ends today, as the last booking still counts then; for old statements,
 * whose last booking lies years back, it ends with them, or most of it would be empty.
 */
export function axisSpan(booked: BookedSpan | undefined, today: CalendarDay): AxisSpan {
  if (!booked) return { first: today, last: today, endsToday: true }
  const { first, last } = booked
  const idleDays = dayNumber(today) - dayNumber(last)
  if (idleDays < 0 || idleDays > idleDaysMax) return { first, last, endsToday: false }
  return { first, last: today, endsToday: true }
}
