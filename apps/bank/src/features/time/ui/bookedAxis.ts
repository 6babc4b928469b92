import type { CalendarDay } from '../../../calendar/index.ts'
import { addDays, addMonths, calendarDay, calendarTicks, dayNumber, formatDay } from '../../../calendar/index.ts'
import type { AxisModel } from './AxisModel.ts'

export interface BookedAxisOptions {
  /** The last day that counts; undefined for all of them. */
  readonly day: CalendarDay | undefined
  /** First and last day on the axis. */
  readonly first: CalendarDay
  readonly last: CalendarDay
  readonly endsToday: boolean
  readonly activity: readonly number[]
  readonly viewDay: (day: CalendarDay | undefined) => void
}

/** The axis of booking dates, in days. Its end is now: everything that is booked. */
export function bookedAxis({ day, first, last, endsToday, activity, viewDay }: BookedAxisOptions): AxisModel {
  const shown = day ?? last
  const min = dayNumber(first)
  const max = dayNumber(last)
  const moveTo = (to: CalendarDay) => viewDay(to >= last ? undefined : to < first ? first : to)
  return {
    axis: 'booked',
    label: 'Booked up to',
    title: formatDay(shown, 'weekday'),
    caption: day === undefined ? (endsToday ? 'Booked up to today' : 'Booked up to the last entry') : 'Booked up to',
    value: Math.min(max, Math.max(min, dayNumber(shown))),
    min,
    max,
    isPast: day !== undefined,
    valueText: (value) => formatDay(calendarDay(value), 'weekday'),
    ticks: (widthPx) => calendarTicks(first, last, widthPx),
    activity,
    stepNames: { back: 'Back one day', forward: 'Forward one day', far: 'Shift: one month' },
    moveTo: (value) => moveTo(calendarDay(value)),
    step: (direction, isFar) => moveTo(isFar ? addMonths(shown, direction) : addDays(shown, direction)),
    toNow: () => viewDay(undefined),
    nowName: endsToday ? 'today' : 'the last entry',
  }
}
