import { useState } from 'react'
import type { CalendarDay } from '../../../calendar/index.ts'
import { addDays, addMonths, localDay } from '../../../calendar/index.ts'
import { useSelector } from '../../../hooks.ts'
import { bookedSpan } from '../../accounts/index.ts'
import { useTimePlace } from '../../time/index.ts'

export interface Month {
  readonly from: CalendarDay
  /** The last day that counts: the month's last, or the day being viewed. */
  readonly to: CalendarDay
}

/** A month at the place being viewed: so many months before the one that is looked at. */
export function useMonth(): { month: Month; back: number; setBack: (back: number) => void } {
  const place = useTimePlace()
  const span = useSelector(bookedSpan)
  const [back, setBack] = useState(0)
  const today = localDay(Date.now())
  const last = span && span.last < today ? span.last : today
  // As recorded in the past, the month of the last booking is the present one.
  const day = place.axis === 'booked' ? (place.day ?? today) : place.offset === undefined ? today : last
  const from = addMonths(`${day.slice(0, 8)}01`, -back)
  const lastOfMonth = lastDayOf(from)
  return { month: { from, to: back === 0 && day < lastOfMonth ? day : lastOfMonth }, back, setBack }
}

const lastDayOf = (first: CalendarDay): CalendarDay => addDays(addMonths(first, 1), -1)
