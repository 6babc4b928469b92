import { createSelector } from '@playhead/core'
import type { CalendarDay } from '../../ledger/index.ts'
import { calendarDay, histories } from '../../ledger/index.ts'
import { accounts } from './accounts.ts'

/** The first and the last day on which anything is booked. */
export interface BookedSpan {
  readonly first: CalendarDay
  readonly last: CalendarDay
}

/** What the booked axis goes through, over all accounts of the household; `undefined` while nothing is booked. */
export const bookedSpan = createSelector(
  [accounts, histories],
  (own, byAccount): BookedSpan | undefined => {
    let first = Number.POSITIVE_INFINITY
    let last = Number.NEGATIVE_INFINITY
    for (const { id } of own) {
      const history = byAccount.get(id)
      first = Math.min(first, history?.firstDay ?? first)
      last = Math.max(last, history?.lastDay ?? last)
    }
    return first > last ? undefined : { first: calendarDay(first), last: calendarDay(last) }
  },
  { equal: (before, after) => before?.first === after?.first && before?.last === after?.last },
)
