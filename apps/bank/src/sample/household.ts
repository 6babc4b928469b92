import type { PlacedRecord, TimedAction } from '@playhead/core'
import { createRecords } from '@playhead/core'
import type { CalendarDay, DayNumber } from '../ledger/index.ts'
import { bank, dayNumber, openingAccount, transferLegs } from '../ledger/index.ts'
import { openings, own, sampleAccounts } from './accounts.ts'
import { Diary, momentOf } from './Diary.ts'
import { creditCardSettlement } from './habits/creditCard.ts'
import { currencyExchange } from './habits/exchange.ts'
import type { Habit } from './habits/Habit.ts'
import { yearlyOccasions } from './habits/occasions.ts'
import { cashWithdrawals, dailyPurchases } from './habits/purchases.ts'
import { monthlySaving, savingsInterest, topUp } from './habits/savings.ts'
import { standingPayments, standingReceipts } from './habits/standingOrders.ts'
import { travel } from './habits/trips.ts'
import { mulberry32 } from './mulberry32.ts'
import type { SampleDay } from './SampleDay.ts'
import { sampleDay } from './SampleDay.ts'

export interface HouseholdOptions {
  /** The first day of which nothing is known yet: the page passes today, by UTC, so that no record lies ahead. */
  readonly end: CalendarDay
  /** Another seed is another household. Default 7. */
  readonly seed?: number
}

/**
 * A log of a household's last three years: salaries, rent, shopping, a credit card, savings and a sterling account,
 * some five thousand entries in the order and at the times in which they were recorded. Shops report days later,
 * so booked and recorded differ as they do in life. Equal options give equal records, in every engine.
 */
export function householdRecords({ end, seed = 7 }: HouseholdOptions): readonly PlacedRecord[] {
  return createRecords(householdActions(dayNumber(end), seed), { client: 'sample-household', random: mulberry32(seed) })
}

const DAYS = 3 * 365

function householdActions(end: DayNumber, seed: number): readonly TimedAction[] {
  const first = end - DAYS
  const diary = new Diary()
  openBooks(sampleDay(first, first, seed), diary)
  const habits = habitsOfTheHousehold()
  for (let number = first; number < end; number++) {
    const day = sampleDay(number, first, seed)
    for (const habit of habits) habit(day, diary)
  }
  const nothingAfter = momentOf(end, 0)
  return [...openedAccounts(first), ...diary.actions.filter(({ time }) => time < nothingAfter)].toSorted(
    (a, b) => a.time - b.time,
  )
}

/** Money comes in before it goes out, and what keeps accounts level comes last. */
const habitsOfTheHousehold = (): readonly Habit[] => [
  standingReceipts,
  standingPayments,
  cashWithdrawals,
  dailyPurchases(),
  travel,
  yearlyOccasions,
  creditCardSettlement(),
  savingsInterest,
  monthlySaving(),
  currencyExchange,
  topUp,
]

const openedAccounts = (first: DayNumber): readonly TimedAction[] =>
  sampleAccounts.map((account) => ({ time: momentOf(first, 0), action: bank.accountOpened(account) }))

function openBooks(day: SampleDay, diary: Diary): void {
  for (const { account, minor } of openings) {
    const { id, currency } = own[account]
    diary.post(day, transferLegs({ from: openingAccount(currency).id, to: id, currency, minor }), {
      hearing: 'at once',
      minutes: [0, 0],
      kind: 'opening',
      memo: 'Opening balance',
    })
  }
}
