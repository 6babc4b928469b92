import { isBankDay } from '../SampleDay.ts'
import type { Habit } from './Habit.ts'

const KEPT_MINOR = 270_000
const LOW_MINOR = 45_000
const TOP_UP_MINOR = 80_000

/** Once a month, when both salaries are in and the rent is out: what is over goes to the savings, in steps of 50. */
export function monthlySaving(): Habit {
  let savedIn = 0
  return (day, diary) => {
    if (day.dayOfMonth < 6 || day.month === savedIn || !isBankDay(day.number)) return
    savedIn = day.month
    const over = Math.floor((diary.minorOf('household') - KEPT_MINOR) / 5_000) * 5_000
    if (over <= 0) return
    diary.transfer(day, 'household', 'savings', Math.min(over, 180_000), {
      hearing: 'at once',
      memo: 'Savings',
      minutes: [1_150, 1_320],
    })
  }
}

/** Takes from the savings what keeps the household account from running dry. */
export const topUp: Habit = (day, diary) => {
  if (diary.minorOf('household') >= LOW_MINOR) return
  diary.transfer(day, 'savings', 'household', TOP_UP_MINOR, { hearing: 'at once', memo: 'Top-up', minutes: [480, 600] })
}

/** A quarter of 1.6 % a year, on what is there at the end of a quarter. */
export const savingsInterest: Habit = (day, diary) => {
  if (day.month % 3 !== 0 || day.dayOfMonth !== 30) return
  const minor = Math.round((diary.minorOf('savings') * 4) / 1_000)
  if (minor <= 0) return
  diary.earn(day, 'savings', 'interest', minor, {
    hearing: 'overnight',
    kind: 'interest',
    memo: 'Interest, quarter',
    counterparty: { name: 'Nordlicht Bank' },
  })
}
