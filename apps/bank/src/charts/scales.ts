import type { ScaleLinear } from 'd3-scale'
import { scaleLinear } from 'd3-scale'
import type { BalanceSeries } from './BalanceSeries.ts'
import { extremes } from './BalanceSeries.ts'

export type Scale = ScaleLinear<number, number>

/** How many labels the amounts' axis has, about. */
const amountTicks = 4

/** Amounts from bottom to top. Zero is in sight when it is not far from the amounts. */
export function amountScale(series: BalanceSeries): Scale {
  const found = extremes(series)
  let low = found ? (series.minor[found.lowest] as number) : 0
  let high = found ? (series.minor[found.highest] as number) : 0
  if (low > 0 && low < high * 0.6) low = 0
  if (high < 0 && high > low * 0.6) high = 0
  if (low === high) {
    const room = Math.max(100, Math.abs(low) * 0.1)
    low -= low === 0 ? 0 : room
    high += room
  }
  return scaleLinear().domain([low, high]).nice(amountTicks)
}

export const amountTicksOf = (amounts: Scale): readonly number[] => amounts.ticks(amountTicks)
