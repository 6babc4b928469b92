import { useState } from 'react'
import type { CalendarDay } from '../calendar/index.ts'
import { addDays, addMonths, calendarDay, dayNumber } from '../calendar/index.ts'

/** How much of the time a chart shows: 3, 12 or 36 months, or all of it. */
export type ChartRange = '3M' | '1Y' | '3Y' | 'all'

const monthsOf = { '3M': 3, '1Y': 12, '3Y': 36 } as const

export interface ChartSpan {
  readonly from: CalendarDay
  readonly to: CalendarDay
}

/**
 * The part of a span that a chart shows. It ends where the span does; when a viewed day lies before it, the window slides
 * along, so that there is always something to see on either side of the day.
 */
export function chartSpan(
  range: ChartRange,
  { first, last, viewed }: { first: CalendarDay; last: CalendarDay; viewed: CalendarDay | undefined },
): ChartSpan {
  if (range === 'all') return { from: first, to: last }
  const months = monthsOf[range]
  const from = addMonths(last, -months)
  if (from <= first) return { from: first, to: last }
  const days = dayNumber(last) - dayNumber(from)
  const latest = viewed === undefined ? last : addDays(viewed, Math.round(days / 4))
  const to = latest < last ? latest : last
  const start = calendarDay(dayNumber(to) - days)
  return start < first ? { from: first, to: calendarDay(dayNumber(first) + days) } : { from: start, to }
}

/** The range that is chosen, on this page and until it is left. */
export const useChartRange = () => useState<ChartRange>('all')

export const chartRanges: readonly { value: ChartRange; label: string }[] = [
  { value: '3M', label: '3M' },
  { value: '1Y', label: '1Y' },
  { value: '3Y', label: '3Y' },
  { value: 'all', label: 'All' },
]
