// Days as people read them.
export type { CalendarDay, DayNumber } from '../ledger/day.ts'
export { calendarDay, dayNumber, isCalendarDay } from '../ledger/day.ts'
export type { AxisTick } from './calendarTicks.ts'
export { calendarTicks } from './calendarTicks.ts'
export type { TimeZone } from './day.ts'
export { addDays, addMonths, dayAt, localDay, localTimeZone } from './day.ts'
export { formatDay, formatExactMoment, formatMoment } from './formatDay.ts'
export { counted, formatCount, locale } from './locale.ts'
