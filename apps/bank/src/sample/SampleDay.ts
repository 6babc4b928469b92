import type { Random } from '@playhead/core'
import type { DayNumber } from '../ledger/index.ts'
import { dateOf } from '../ledger/index.ts'
import { mulberry32 } from './mulberry32.ts'

/** A day of the household's life. */
export interface SampleDay {
  readonly number: DayNumber
  readonly month: number
  readonly dayOfMonth: number
  /** 0 is Monday, 6 Sunday. */
  readonly weekday: number
  /** Whole years since the household began to keep books. */
  readonly yearsIn: number
  /**
   * A source of its own for each purpose, so that a habit that is changed changes nothing else.
   * `purpose` is any small integer.
   */
  readonly random: (purpose: number) => Random
}

export function sampleDay(number: DayNumber, first: DayNumber, seed: number): SampleDay {
  const { month, dayOfMonth } = dateOf(number)
  return {
    number,
    month,
    dayOfMonth,
    weekday: weekdayOf(number),
    yearsIn: Math.floor((number - first) / 365.25),
    random: (purpose) => mulberry32(Math.imul(number, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b) ^ seed),
  }
}

/** 1 January 1970 was a Thursday. */
export const weekdayOf = (number: DayNumber): number => (((number + 3) % 7) + 7) % 7

/** Month and day of the month, as one number. */
const bankHolidays = new Set([101, 501, 1003, 1225, 1226])

/** Banks book from Monday to Friday. */
export function isBankDay(number: DayNumber): boolean {
  if (weekdayOf(number) >= 5) return false
  const { month, dayOfMonth } = dateOf(number)
  return !bankHolidays.has(month * 100 + dayOfMonth)
}

/** The bank day `count` bank days after a day; with 0 the day itself or the next bank day. */
export function bankDayAfter(number: DayNumber, count: number): DayNumber {
  let day = number
  while (!isBankDay(day)) day++
  for (let left = count; left > 0; left--) {
    day++
    while (!isBankDay(day)) day++
  }
  return day
}
