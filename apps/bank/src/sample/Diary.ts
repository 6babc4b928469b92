import type { TimedAction } from '@playhead/core'
import type { AccountId, DayNumber, Entry, Leg } from '../ledger/index.ts'
import { bank, calendarDay, exchangeLegs, expenseAccount, incomeAccount, transferLegs } from '../ledger/index.ts'
import type { Expense, Income, OwnAccount } from './accounts.ts'
import { own } from './accounts.ts'
import { between } from './mulberry32.ts'
import type { SampleDay } from './SampleDay.ts'
import { bankDayAfter } from './SampleDay.ts'

/**
 * When the household's books hear of an entry.
 *
 * - `overnight`: in the bank's run, early on the day itself
 * - `at once`: in the minute in which it was done
 * - `cleared`: one to three bank days later, as shops send in their cards
 * - `noted`: some evening of the same week, from the receipts
 * - `late`: weeks after, as when an insurer pays back
 */
export type Hearing = 'overnight' | 'at once' | 'cleared' | 'noted' | 'late'

/** What an entry says of itself, beside its amounts. */
export interface Note extends Pick<Entry, 'memo' | 'counterparty' | 'reference'> {
  readonly hearing: Hearing
  readonly kind?: Entry['kind']
  /** Minutes of the day, for what is done by hand. */
  readonly minutes?: readonly [from: number, to: number]
}

/** Writes down what a household does, day by day, and knows what each account holds. */
export class Diary {
  readonly #actions: TimedAction[] = []
  readonly #minor = new Map<AccountId, number>()
  #entries = 0

  /** In order of writing, not of time. */
  get actions(): readonly TimedAction[] {
    return this.#actions
  }

  /** The booked balance so far. */
  minorOf(account: OwnAccount): number {
    return this.#minor.get(own[account].id) ?? 0
  }

  spend(day: SampleDay, account: OwnAccount, on: Expense, minor: number, note: Note): void {
    const { id, currency } = own[account]
    const legs = transferLegs({ from: id, to: expenseAccount(on, currency).id, currency, minor })
    this.post(day, legs, { kind: 'withdrawal', ...note }, on)
  }

  /** A shop gives money back. */
  refund(day: SampleDay, account: OwnAccount, on: Expense, minor: number, note: Note): void {
    const { id, currency } = own[account]
    const legs = transferLegs({ from: expenseAccount(on, currency).id, to: id, currency, minor })
    this.post(day, legs, { kind: 'deposit', ...note }, on)
  }

  earn(day: SampleDay, account: OwnAccount, by: Income, minor: number, note: Note): void {
    const { id, currency } = own[account]
    const legs = transferLegs({ from: incomeAccount(by, currency).id, to: id, currency, minor })
    this.post(day, legs, { kind: 'deposit', ...note }, by)
  }

  transfer(day: SampleDay, from: OwnAccount, to: OwnAccount, minor: number, note: Note): void {
    const legs = transferLegs({ from: own[from].id, to: own[to].id, currency: own[from].currency, minor })
    this.post(day, legs, { kind: 'transfer', ...note })
  }

  /** Sells an amount of one account for an amount of another. */
  exchange(
    day: SampleDay,
    sold: readonly [OwnAccount, number],
    bought: readonly [OwnAccount, number],
    note: Note,
  ): void {
    const leg = ([account, minor]: readonly [OwnAccount, number]): Leg => {
      const { id, currency } = own[account]
      return { account: id, currency, minor }
    }
    this.post(day, exchangeLegs(leg(sold), leg(bought)), { kind: 'fx', ...note })
  }

  post(day: SampleDay, legs: readonly Leg[], note: Note, category?: string): void {
    const { hearing, kind = 'adjustment', minutes: _, ...said } = note
    const sequence = ++this.#entries
    const booked = calendarDay(day.number)
    const entry: Entry = {
      entryId: `household-${sequence}`,
      kind,
      legs,
      bookingDate: booked,
      valueDate: hearing === 'cleared' ? calendarDay(bankDayAfter(day.number, 1)) : booked,
      ...said,
      ...(category !== undefined && { category }),
    }
    for (const { account, minor } of legs) this.#minor.set(account, (this.#minor.get(account) ?? 0) + minor)
    this.#actions.push({ time: heardAt(day, sequence, note), action: bank.entryPosted(entry) })
  }
}

/** One hour ahead of UTC, in summer too: a household's clock for which no time zone data is needed. */
const CLOCK_AHEAD_MS = 3_600_000

export const momentOf = (day: DayNumber, minutes: number, seconds = 0): number =>
  day * 86_400_000 + minutes * 60_000 + seconds * 1_000 - CLOCK_AHEAD_MS

function heardAt(day: SampleDay, sequence: number, { hearing, minutes = [9 * 60, 21 * 60] }: Note): number {
  const random = day.random(1_000 + sequence)
  const seconds = between(random, 0, 59)
  switch (hearing) {
    case 'overnight':
      return momentOf(day.number, between(random, 260, 350), seconds)
    case 'at once':
      return momentOf(day.number, between(random, ...minutes), seconds)
    case 'cleared':
      return momentOf(bankDayAfter(day.number, between(random, 1, 3)), between(random, 310, 345), seconds)
    case 'noted':
      return momentOf(day.number + between(random, 0, 4), between(random, 1_230, 1_350), seconds)
    case 'late':
      return momentOf(bankDayAfter(day.number + between(random, 12, 35), 0), between(random, 310, 345), seconds)
  }
}
