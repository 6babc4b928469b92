import type { TimelineAxis } from '../../protocol/calls.ts'
import type { AgentStore } from '../store/AgentStore.ts'

/** A range of the timeline, `to` not included; it may reach beyond both ends of the log. */
export interface TimelineRange {
  readonly from: number
  readonly to: number
  readonly axis?: TimelineAxis | undefined
}

/** The records of a range, both included; none where `last` comes before `first`. */
export function stretchOf({ inspection, head }: AgentStore, { from, to, axis }: TimelineRange) {
  if (axis !== 'time') return { first: Math.max(0, Math.ceil(from)), last: Math.min(head, Math.ceil(to) - 1) }
  const { records } = inspection
  // `offsetAt` gives the newest that is not later: the one after it is the first that is not earlier.
  return { first: justBefore(records, from) + 1, last: justBefore(records, to) }
}

/** The newest record before a time. Times may have fractions of milliseconds. */
function justBefore(records: { offsetAt(time: number): number; timeAt(offset: number): number }, time: number): number {
  let offset = records.offsetAt(time)
  if (offset < 0 || records.timeAt(offset) < time) return offset
  // Many records may have the same time.
  let [low, high] = [-1, offset]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (records.timeAt(middle) < time) low = middle
    else high = middle
  }
  offset = low
  return offset
}
