import { createSelector, createSelectorFamily } from '@playhead/core'
import type { CalendarDay } from '../../calendar/index.ts'
import { dayNumber } from '../../calendar/index.ts'
import { histories } from '../../ledger/index.ts'
import { accounts } from '../accounts/index.ts'

/** How many intervals the booked axis is cut into. */
const intervals = 96

/** How much was booked in each of 96 equal intervals between two days, as a share of the busiest. */
export const bookedActivity = createSelectorFamily((first: CalendarDay, last: CalendarDay) =>
  createSelector([accounts, histories], (own, byAccount): readonly number[] => {
    const start = dayNumber(first) - 1
    const length = dayNumber(last) - start
    const lines = own.flatMap(({ id }) => byAccount.get(id) ?? [])
    const counts: number[] = []
    let before = lines.reduce((sum, history) => sum + history.rowsUntil(start), 0)
    for (let interval = 1; interval <= intervals; interval++) {
      const end = Math.floor(start + (length * interval) / intervals)
      const until = lines.reduce((sum, history) => sum + history.rowsUntil(end), 0)
      counts.push(until - before)
      before = until
    }
    const most = Math.max(...counts)
    return most === 0 ? [] : counts.map((count) => count / most)
  }),
)
