import { calendarDay, formatDay, locale } from '../calendar/index.ts'
import { formatMoney } from '../money/index.ts'
import type { BalanceSeries } from './BalanceSeries.ts'
import { extremes } from './BalanceSeries.ts'

/** What a chart shows, in two sentences. */
export function describeBalances(label: string, { days, minor }: BalanceSeries, currency: string): string {
  const found = extremes({ days, minor })
  if (!found) return `${label}: nothing is booked.`
  const at = (index: number) =>
    `${formatMoney(minor[index] as number, currency, locale)} on ${formatDay(calendarDay(days[index] as number), 'long')}`
  return `${label}: from ${at(0)} to ${at(days.length - 1)}. Lowest ${at(found.lowest)}, highest ${at(found.highest)}.`
}
