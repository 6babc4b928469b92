import { fromAbsolute } from '@internationalized/date'
import type { TimeZone } from '../../calendar/index.ts'
import type { Order } from './Order.ts'

/** A payment for later, once or again and again. */
export interface Schedule {
  /** The first time, in milliseconds since 1970. */
  readonly at: number
  readonly transfer: Order
  readonly repeat?: Repeat
}

export interface Repeat {
  readonly every: 'week' | 'month' | 'year'
  /** By whose clock: the third of a month at nine stays that, in summer too. */
  readonly timeZone: TimeZone
  /** How often in all; for ever where it is left out. */
  readonly times?: number
}

/**
 * When it is due for the nth time, counted from 0; `undefined` where it is not any more. Counted from the first time,
 * so that the 31st is the last day of shorter months and the 31st again after them. A time that a clock change leaves
 * out is the hour after it, one that comes twice is the first.
 */
export function dueAt({ at, repeat }: Omit<Schedule, 'transfer'>, nth: number): number | undefined {
  if (nth === 0) return at
  if (!repeat || nth >= (repeat.times ?? Number.POSITIVE_INFINITY)) return undefined
  const first = fromAbsolute(at, repeat.timeZone)
  return first
    .add({ [`${repeat.every}s`]: nth })
    .toDate()
    .getTime()
}

/** What is ordered for the nth time. The first keeps the id of the schedule. */
export const orderOf = ({ transfer }: Pick<Schedule, 'transfer'>, nth: number): Order =>
  nth === 0 ? transfer : { ...transfer, paymentId: `${transfer.paymentId}:${nth}` }
