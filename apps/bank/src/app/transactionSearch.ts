import { isCalendarDay } from '../calendar/index.ts'

/** What the list of transactions is narrowed to, as its address says it. */
export interface TransactionSearch {
  /** Words to be found. */
  readonly q?: string | undefined
  /** An account's id; all of them where it is left out. */
  readonly account?: string | undefined
  readonly direction?: 'in' | 'out' | undefined
  /** Booking dates, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Sizes of amounts, as decimal numbers in the currency of each account. */
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** Takes what makes sense and leaves out the rest: an address is typed by people, too. */
export function readTransactionSearch(search: Record<string, unknown>): TransactionSearch {
  const { q, account, direction, from, to, min, max } = search
  return {
    ...(isFilled(q) && { q }),
    ...(isFilled(account) && { account }),
    ...((direction === 'in' || direction === 'out') && { direction }),
    ...(isCalendarDay(from) && { from }),
    ...(isCalendarDay(to) && { to }),
    ...(isAmount(min) && { min }),
    ...(isAmount(max) && { max }),
  }
}

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isAmount = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{1,12}([.,]\d{1,4})?$/.test(value)
