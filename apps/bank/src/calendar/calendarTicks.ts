import type { CalendarDay } from '../ledger/day.ts'
import { dayNumber } from '../ledger/day.ts'
import { addMonths } from './day.ts'
import { formatDay } from './formatDay.ts'

export interface AxisTick {
  readonly value: number
  readonly label?: string
}

/** The narrowest gap between two labels, and between two marks, in pixels. */
const labelGapPx = 52
const markGapPx = 7

/**
 * Marks at the starts of months, quarters or years between two days, with as many labels as the width allows.
 * A January is labelled with its year, other months with their names.
 */
export function calendarTicks(from: CalendarDay, to: CalendarDay, widthPx: number): readonly AxisTick[] {
  const days = dayNumber(to) - dayNumber(from)
  if (days <= 0 || widthPx <= 0) return []
  const pxPerMonth = (widthPx / days) * 30.44
  const markMonths = atLeast(markGapPx / pxPerMonth)
  const labelMonths = atLeast(labelGapPx / pxPerMonth)
  const ticks: AxisTick[] = []
  for (let day = firstMonth(from, markMonths); day <= to; day = addMonths(day, markMonths)) {
    const monthsSinceZero = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
    const isLabelled = monthsSinceZero % labelMonths === 0 && roomAt(day)
    ticks.push({
      value: dayNumber(day),
      ...(isLabelled && { label: formatDay(day, day.slice(5, 7) === '01' ? 'year' : 'month') }),
    })
  }
  return ticks

  /** Labels stand centred under their mark: at an end, half of one would hang over. */
  function roomAt(day: CalendarDay): boolean {
    const at = ((dayNumber(day) - dayNumber(from)) / days) * widthPx
    return at >= 14 && at <= widthPx - 14
  }
}

/** Steps that fall together with years, whatever the step. */
const steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
const atLeast = (months: number) => steps.find((step) => step >= months) ?? 1200

/** The first start of a step of months at or after the day. */
function firstMonth(day: CalendarDay, step: number): CalendarDay {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const next = day.endsWith('-01') ? months : months + 1
  const first = Math.ceil(next / step) * step
  return `${String(Math.floor(first / 12)).padStart(4, '0')}-${String((first % 12) + 1).padStart(2, '0')}-01`
}
