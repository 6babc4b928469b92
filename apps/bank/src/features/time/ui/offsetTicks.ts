import { formatCount } from '../../../calendar/index.ts'
import type { AxisTick } from '../../../calendar/index.ts'

const labelGapPx = 88

/** Marks at round record numbers between the first record and the head. */
export function offsetTicks(head: number, widthPx: number): readonly AxisTick[] {
  if (head <= 0 || widthPx <= 0) return []
  const labelStep = roundUp((head / widthPx) * labelGapPx)
  const markStep = labelStep >= 5 ? labelStep / 5 : labelStep
  const ticks: AxisTick[] = []
  for (let value = markStep; value <= head; value += markStep) {
    const at = (value / head) * widthPx
    const isLabelled = value % labelStep === 0 && at >= 18 && at <= widthPx - 18
    ticks.push({ value, ...(isLabelled && { label: formatCount(value) }) })
  }
  return ticks
}

/** The next of 1, 5, 10, 50, 100, … that is not smaller: fifths of it are whole as well. */
function roundUp(step: number): number {
  let power = 1
  while (power * 5 < step) power *= 10
  return step <= power ? power : power * 5
}
