import { dateOf } from '../../ledger/index.ts'
import type { Expense, Income, OwnAccount } from '../accounts.ts'
import type { Note } from '../Diary.ts'
import { between } from '../mulberry32.ts'
import type { SampleDay } from '../SampleDay.ts'
import { isBankDay } from '../SampleDay.ts'
import type { Habit } from './Habit.ts'

interface StandingOrder {
  /** Day of the month on which it is due. */
  readonly due: number
  /** The months in which it is due. Default: all. */
  readonly months?: readonly number[]
  readonly account: OwnAccount
  /** Minor units at first. */
  readonly minor: number
  /** How much it may be more, where bills differ. */
  readonly more?: number
  /** What is added each year. */
  readonly yearly?: number
  readonly name: string
  readonly memo: string
  readonly reference?: string
}

interface Payment extends StandingOrder {
  readonly on: Expense
}

interface Receipt extends StandingOrder {
  readonly by: Income
}

const payments: readonly Payment[] = [
  {
    due: 1,
    account: 'household',
    on: 'rent',
    minor: 118_000,
    yearly: 3_500,
    name: 'Hausverwaltung Brückner',
    memo: 'Rent, Lindenstraße 14',
    reference: 'MIETE-2147',
  },
  {
    due: 3,
    account: 'household',
    on: 'utilities',
    minor: 9_400,
    yearly: 700,
    name: 'Stromwerk Nordheide',
    memo: 'Electricity, monthly instalment',
    reference: 'V-88213407',
  },
  {
    due: 5,
    account: 'household',
    on: 'utilities',
    minor: 10_800,
    yearly: 500,
    name: 'Wärme & Wasser Lindenau',
    memo: 'Heating and water, monthly instalment',
    reference: 'K-401977',
  },
  {
    due: 8,
    account: 'household',
    on: 'utilities',
    minor: 3_999,
    name: 'Glasnetz',
    memo: 'Internet 250',
    reference: 'GN-7710235',
  },
  {
    due: 12,
    account: 'household',
    on: 'utilities',
    minor: 1_499,
    name: 'Funkturm Mobil',
    memo: 'Mobile phone Mara',
    reference: 'FM-0171-4408',
  },
  {
    due: 12,
    account: 'household',
    on: 'utilities',
    minor: 999,
    name: 'Funkturm Mobil',
    memo: 'Mobile phone Jonas',
    reference: 'FM-0171-4409',
  },
  {
    due: 15,
    months: [2, 5, 8, 11],
    account: 'household',
    on: 'utilities',
    minor: 5_508,
    name: 'Rundfunkbeitrag',
    memo: 'Broadcasting fee, quarter',
    reference: '618 204 117',
  },
  {
    due: 2,
    account: 'household',
    on: 'children',
    minor: 21_000,
    yearly: 800,
    name: 'Kita Regenbogen e. V.',
    memo: 'Daycare Lina',
  },
  { due: 10, account: 'household', on: 'children', minor: 1_800, name: 'TSV Lindenau', memo: 'Gymnastics Lina' },
  {
    due: 18,
    account: 'household',
    on: 'children',
    minor: 3_200,
    name: 'Musikschule Kleeblatt',
    memo: 'Music lessons Lina',
  },
  {
    due: 1,
    account: 'household',
    on: 'transport',
    minor: 6_300,
    yearly: 200,
    name: 'Verkehrsbund Mitte',
    memo: 'Monthly ticket Jonas',
    reference: 'ABO-550718',
  },
  {
    due: 1,
    account: 'household',
    on: 'insurance',
    minor: 6_130,
    yearly: 240,
    name: 'Hanseatia Versicherung',
    memo: 'Car insurance',
    reference: 'KFZ-2280-771',
  },
  {
    due: 15,
    months: [1],
    account: 'household',
    on: 'insurance',
    minor: 7_890,
    name: 'Hanseatia Versicherung',
    memo: 'Personal liability, year',
    reference: 'PHV-2280-772',
  },
  {
    due: 15,
    months: [4],
    account: 'household',
    on: 'insurance',
    minor: 12_940,
    yearly: 310,
    name: 'Hanseatia Versicherung',
    memo: 'Home contents, year',
    reference: 'HR-2280-773',
  },
  { due: 20, account: 'household', on: 'insurance', minor: 4_275, name: 'Vorsorge Leben', memo: 'Life assurance' },
  {
    due: 10,
    months: [3, 6, 9, 12],
    account: 'household',
    on: 'taxes',
    minor: 24_000,
    yearly: 2_000,
    name: 'Finanzamt Lindenau',
    memo: 'Income tax prepayment',
    reference: '24/117/03358',
  },
  {
    due: 6,
    months: [9],
    account: 'household',
    on: 'taxes',
    minor: 11_800,
    name: 'Hauptzollamt',
    memo: 'Vehicle tax, year',
    reference: 'LN-MF 318',
  },
  { due: 30, account: 'household', on: 'fees', minor: 490, name: 'Nordlicht Bank', memo: 'Account fee' },
  { due: 7, account: 'card', on: 'subscriptions', minor: 1_299, yearly: 100, name: 'Filmkiste', memo: 'Streaming' },
  { due: 11, account: 'card', on: 'subscriptions', minor: 1_699, name: 'Klangwelle', memo: 'Music, family' },
  { due: 14, account: 'card', on: 'subscriptions', minor: 299, name: 'Wolkenfach', memo: 'Storage 200 GB' },
  {
    due: 4,
    account: 'household',
    on: 'subscriptions',
    minor: 2_490,
    name: 'Lindenauer Tageblatt',
    memo: 'Newspaper, weekend edition',
  },
  { due: 2, account: 'household', on: 'leisure', minor: 2_990, name: 'Kraftraum 24', memo: 'Gym Jonas' },
  { due: 28, account: 'household', on: 'gifts', minor: 1_500, name: 'Ärzte für alle e. V.', memo: 'Monthly donation' },
  {
    due: 12,
    months: [1],
    account: 'card',
    on: 'fees',
    minor: 3_900,
    name: 'Nordlicht Bank',
    memo: 'Credit card, yearly fee',
  },
  { due: 28, account: 'sterling', on: 'fees', minor: 200, name: 'Tidewater Bank', memo: 'Account fee' },
]

const receipts: readonly Receipt[] = [
  {
    due: 25,
    account: 'household',
    by: 'salary',
    minor: 251_940,
    yearly: 6_400,
    name: 'Kartografie Sommer GmbH',
    memo: 'Salary Mara',
    reference: 'PERS-0417',
  },
  {
    due: 30,
    account: 'household',
    by: 'salary',
    minor: 152_618,
    yearly: 4_300,
    name: 'Klinikum Lindenau',
    memo: 'Salary Jonas',
    reference: 'PNR 20931',
  },
  {
    due: 25,
    months: [11],
    account: 'household',
    by: 'salary',
    minor: 118_260,
    yearly: 2_600,
    name: 'Kartografie Sommer GmbH',
    memo: 'Christmas bonus Mara',
    reference: 'PERS-0417',
  },
  {
    due: 9,
    account: 'household',
    by: 'benefits',
    minor: 25_500,
    name: 'Familienkasse',
    memo: 'Child benefit Lina',
    reference: '115FK204417',
  },
  {
    due: 12,
    account: 'sterling',
    by: 'freelance',
    minor: 38_000,
    more: 24_000,
    name: 'Harbour & Finch Publishing Ltd',
    memo: 'Maps and illustrations',
    reference: 'HF-MARA',
  },
]

/** What is due on days without bank goes out on the next bank day. */
export const standingPayments: Habit = (day, diary) => {
  const dates = dueDates(day, -1)
  for (const [at, order] of payments.entries()) {
    if (!dates.some((date) => falls(order, date))) continue
    diary.spend(day, order.account, order.on, amount(order, day, at), note(order))
  }
}

/** What is due on days without bank comes in on the bank day before. */
export const standingReceipts: Habit = (day, diary) => {
  const dates = dueDates(day, 1)
  for (const [at, order] of receipts.entries()) {
    if (!dates.some((date) => falls(order, date))) continue
    diary.earn(day, order.account, order.by, amount(order, day, 100 + at), note(order))
  }
}

interface DueDate {
  readonly month: number
  readonly dayOfMonth: number
  readonly lastOfMonth: boolean
}

/** The dates whose orders are carried out on a day: its own, and those without bank just before or behind it. */
function dueDates({ number }: SampleDay, step: 1 | -1): readonly DueDate[] {
  const dates: DueDate[] = []
  if (!isBankDay(number)) return dates
  for (let day = number; day === number || !isBankDay(day); day += step) {
    dates.push({ ...dateOf(day), lastOfMonth: dateOf(day + 1).dayOfMonth === 1 })
  }
  return dates
}

/** Months without the day that an order is due on have it on their last. */
const falls = ({ due, months }: StandingOrder, { month, dayOfMonth, lastOfMonth }: DueDate): boolean =>
  (dayOfMonth === due || (lastOfMonth && dayOfMonth < due)) && (months === undefined || months.includes(month))

const amount = ({ minor, more = 0, yearly = 0 }: StandingOrder, day: SampleDay, purpose: number): number =>
  minor + yearly * day.yearsIn + (more === 0 ? 0 : between(day.random(purpose), 0, more))

const note = ({ name, memo, reference }: StandingOrder): Note => ({
  hearing: 'overnight',
  memo,
  counterparty: { name },
  ...(reference !== undefined && { reference }),
})
