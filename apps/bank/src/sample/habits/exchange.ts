import { between } from '../mulberry32.ts'
import type { SampleDay } from '../SampleDay.ts'
import type { Habit } from './Habit.ts'

const KEPT_MINOR = 160_000
const LOW_MINOR = 30_000

/**
 * Pounds beyond what a summer costs become euros, and in the other direction where they run short. Whole pounds,
 * and the bank rounds the euros in its own favour.
 */
export const currencyExchange: Habit = (day, diary) => {
  const held = diary.minorOf('sterling')
  const rate = rateOn(day)
  const counterparty = { name: 'Tidewater Bank' }
  const memo = `Exchange at ${(rate / 10_000).toFixed(4)}`
  if (held < LOW_MINOR) {
    const pounds = 40_000
    diary.exchange(day, ['household', Math.ceil((pounds * rate) / 10_000)], ['sterling', pounds], {
      hearing: 'at once',
      memo,
      counterparty,
    })
  } else if (day.dayOfMonth === 20 && day.month % 2 === 0 && held > KEPT_MINOR + 10_000) {
    const pounds = Math.floor((held - KEPT_MINOR) / 10_000) * 10_000
    diary.exchange(day, ['sterling', pounds], ['household', Math.floor((pounds * rate) / 10_000)], {
      hearing: 'at once',
      memo,
      counterparty,
    })
  }
}

/** Euros for a pound, in ten-thousandths. */
const rateOn = (day: SampleDay): number => between(day.random(400), 11_420, 11_880)
