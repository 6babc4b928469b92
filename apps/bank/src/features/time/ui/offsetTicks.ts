import type { AxisTick } from '../../../calendar/index.ts'
import { formatCount } from '../../../calendar/index.ts'

const labelGapPx = 64

/** Marks at round record numbers between the first record and the head. */
export function offsetTicks(head: number, widthPx: number): readonly AxisTick[] {
  if (head <= 0 || widthPx <= 0) return []
  const { label: labelStep, mark: markStep } = roundSteps((head / widthPx) * labelGapPx)
  const ticks: AxisTick[] = []
  for (let value = markStep; value <= head; value += markStep) {
    const at = (value / head) * widthPx
    const isLabelled = value % labelStep === 0 && at >= 18 && at <= widthPx - 18
    ticks.push({ value, ...(isLabelled && { label: formatCount(value) }) })
  }
  return ticks
}

/** The next of 1, 2, 5, 10, 20, 50, … that is not smaller, with marks that divide it. */
function roundSteps(atLeast: number): { label: number; mark: number } {
  let power = 1
  while (power * 10 < atLeast) power *= 10
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= atLeast) ?? 10) * power
  return { label: step, mark: step >= 10 ? step / (step / power === 2 ? 4 : 5) : step }
}
