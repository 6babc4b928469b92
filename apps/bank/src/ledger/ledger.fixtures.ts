import type { PlacedRecord, TimedAction } from '@playhead/core'
import { createRecords, createStore, memoryLog } from '@playhead/core'
import fc from 'fast-check'
import type { Account } from './Account.ts'
import { accountNames } from './accountNames.ts'
import { bank } from './actions.ts'
import { calendarDay, dayNumber } from './day.ts'
import type { Entry } from './Entry.ts'
import { holds } from './holds.ts'
import { ledger } from './ledger.ts'
import { exchangeLegs, transferLegs } from './legs.ts'
import { expenseAccount, fxAccount, incomeAccount, openingAccount } from './worldAccounts.ts'

/** Three accounts of a person in two currencies, and the world around them. */
export const giro: Account = { id: 'giro', name: 'Giro', owner: 'Ann', currency: 'EUR', kind: 'asset' }
export const card: Account = { id: 'card', name: 'Card', owner: 'Ann', currency: 'EUR', kind: 'liability' }
export const pounds: Account = { id: 'pounds', name: 'Pounds', owner: 'Ann', currency: 'GBP', kind: 'asset' }
export const food = expenseAccount('food', 'EUR')
export const salary = incomeAccount('salary', 'EUR')
export const opening = openingAccount('EUR')
export const openAccounts: readonly Account[] = [
  giro,
  card,
  pounds,
  food,
  salary,
  opening,
  fxAccount('EUR'),
  fxAccount('GBP'),
]

/** An entry of 10 EUR from the giro for food, with something else about it. */
export function entryWith(entryId: string, changes: Partial<Entry> = {}): Entry {
  return {
    entryId,
    kind: 'withdrawal',
    legs: transferLegs({ from: giro.id, to: food.id, currency: 'EUR', minor: 1_000 }),
    bookingDate: '2026-03-02',
    valueDate: '2026-03-02',
    memo: '',
    ...changes,
  }
}

/** A log in which all accounts are open at time 0, and then the entries are recorded. */
export function recordsOf(
  entries: readonly { readonly entry: Entry; readonly time: number }[],
): readonly PlacedRecord[] {
  const actions: TimedAction[] = [
    ...openAccounts.map((account) => ({ time: 0, action: bank.accountOpened(account) })),
    ...entries.map(({ entry, time }) => ({ time, action: bank.entryPosted(entry) })),
  ]
  return createRecords(actions, { client: 'test', random: () => 0.5 })
}

export function storeOf(entries: readonly { readonly entry: Entry; readonly time: number }[] = []) {
  const store = createStore({ slices: [ledger, holds, accountNames], log: memoryLog({ records: recordsOf(entries) }) })
  // Refusals are thrown at whoever dispatched; without a subscriber they would be printed as well.
  store.error$.subscribe()
  return store
}

const firstDay = dayNumber('2026-01-01')
const minor = fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 2 ** 46 }))
const between = (from: Account, to: Account) =>
  minor.map((size) => transferLegs({ from: from.id, to: to.id, currency: from.currency, minor: size }))

const legs = fc.oneof(
  between(giro, food),
  between(salary, giro),
  between(giro, card),
  between(opening, card),
  fc
    .tuple(minor, minor)
    .map(([sold, bought]) =>
      exchangeLegs(
        { account: giro.id, currency: 'EUR', minor: sold },
        { account: pounds.id, currency: 'GBP', minor: bought },
      ),
    ),
)

/** What may be recorded: entries of a hundred days in any order, with times of which some are equal. */
export const anyPosting = fc.record({ legs, day: fc.nat({ max: 99 }), waitMs: fc.nat({ max: 3 }) })
export type Posting = typeof anyPosting extends fc.Arbitrary<infer T> ? T : never

/** Postings as entries, recorded one after another. */
export function posted(postings: readonly Posting[], prefix = 'e'): { readonly entry: Entry; readonly time: number }[] {
  let time = 1_000
  return postings.map(({ legs, day, waitMs }, at) => {
    time += waitMs
    const bookingDate = calendarDay(firstDay + day)
    return { entry: entryWith(`${prefix}${at}`, { legs, bookingDate, valueDate: bookingDate }), time }
  })
}
