import { dayNumber } from '../ledger/day.ts'
import type { BalanceSeries } from './BalanceSeries.ts'

function daily(from: string, length: number, balance: (day: number) => number): BalanceSeries {
  const first = dayNumber(from)
  return {
    days: Int32Array.from({ length }, (_, at) => first + at),
    minor: Float64Array.from({ length }, (_, at) => balance(at)),
  }
}

/** Three years of salaries, and of spending them. */
export const salaried = daily(
  '2023-03-01',
  1_097,
  (day) => 1_200_000 + Math.floor(day / 30) * 60_000 - (day % 30) * 7_500,
)

export const overdrawn = daily('2025-01-01', 240, (day) => 80_000 - (day % 60) * 2_900)

export const single = daily('2026-03-01', 1, () => 150_000)
