import type { DayNumber } from '../calendar/index.ts'

/** Balances at the end of days, oldest first. Both arrays are of one length. Between two days a balance stays as it was. */
export interface BalanceSeries {
  readonly days: Int32Array
  /** Minor units. */
  readonly minor: Float64Array
}

/** The balance at the end of a day; 0 before the first. O(log n). */
export function balanceOn({ days, minor }: BalanceSeries, day: DayNumber): number {
  return minor[countUntil(days, day) - 1] ?? 0
}

/** The balances up to and with a day. */
export function seriesUntil({ days, minor }: BalanceSeries, day: DayNumber): BalanceSeries {
  const end = countUntil(days, day)
  return { days: days.subarray(0, end), minor: minor.subarray(0, end) }
}

/** The indices at which a balance is lowest and highest, first come. Undefined for an empty series. */
export function extremes({ minor }: BalanceSeries): { lowest: number; highest: number } | undefined {
  if (minor.length === 0) return undefined
  let lowest = 0
  let highest = 0
  for (let at = 1; at < minor.length; at++) {
    if ((minor[at] as number) < (minor[lowest] as number)) lowest = at
    if ((minor[at] as number) > (minor[highest] as number)) highest = at
  }
  return { lowest, highest }
}

/**
 * The indices that draw the same outline: where the balance changes and, where there are several in one pixel, the first,
 * lowest, highest and last of them. Thirty years of days are otherwise more line than a screen can show.
 */
export function outline({ days, minor }: BalanceSeries, widthPx: number): readonly number[] {
  const last = days.length - 1
  if (last < 0) return []
  const perPixel = Math.max(1, ((days[last] as number) - (days[0] as number)) / Math.max(1, widthPx))
  const kept: number[] = []
  let at = 0
  while (at <= last) {
    const columnEnd = (days[at] as number) + perPixel
    const first = at
    let low = at
    let high = at
    for (at++; at <= last && (days[at] as number) < columnEnd; at++) {
      if ((minor[at] as number) < (minor[low] as number)) low = at
      if ((minor[at] as number) > (minor[high] as number)) high = at
    }
    for (const index of [first, Math.min(low, high), Math.max(low, high), at - 1]) {
      const before = kept.at(-1)
      if (before === undefined || (index > before && minor[index] !== minor[before])) kept.push(index)
    }
  }
  if (kept.at(-1) !== last) kept.push(last)
  return kept
}

/** How many days are not later. */
function countUntil(days: Int32Array, day: DayNumber): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] as number) <= day) low = middle + 1
    else high = middle
  }
  return low
}
