import { dateOf } from '../../ledger/index.ts'
import { isBankDay } from '../SampleDay.ts'
import type { Habit } from './Habit.ts'

/** What the credit card owes at the end of a month is paid on the first bank day from the fourth on. */
export function creditCardSettlement(): Habit {
  let owed = 0
  let settled = true
  return (day, diary) => {
    if (!settled && day.dayOfMonth >= 4 && isBankDay(day.number)) {
      settled = true
      diary.transfer(day, 'household', 'card', owed, {
        hearing: 'overnight',
        memo: 'Credit card settlement',
        counterparty: { name: 'Nordlicht Bank' },
        reference: 'KK 5232 •••• 8817',
      })
    }
    if (dateOf(day.number + 1).dayOfMonth !== 1) return
    owed = -diary.minorOf('card')
    settled = owed <= 0
  }
}
