import type { Account } from '../ledger/index.ts'
import { expenseAccount, fxAccount, incomeAccount, openingAccount } from '../ledger/index.ts'

const both = 'Mara & Jonas Feldmann'
const bank = 'Nordlicht Bank'

/** What the household has. The banks are invented, and so are their codes. */
export const own = {
  household: {
    id: 'household',
    name: 'Household account',
    owner: both,
    currency: 'EUR',
    kind: 'asset',
    iban: 'DE40990700240031845200',
    bank,
    limitMinor: 100_000,
  },
  savings: {
    id: 'savings',
    name: 'Savings',
    owner: both,
    currency: 'EUR',
    kind: 'asset',
    iban: 'DE13990700240031845201',
    bank,
  },
  card: {
    id: 'card',
    name: 'Credit card',
    owner: both,
    currency: 'EUR',
    kind: 'liability',
    bank,
    limitMinor: 300_000,
  },
  cash: { id: 'cash', name: 'Cash', owner: both, currency: 'EUR', kind: 'asset' },
  sterling: {
    id: 'sterling',
    name: 'Sterling account',
    owner: 'Mara Feldmann',
    currency: 'GBP',
    kind: 'asset',
    bank: 'Tidewater Bank',
  },
} as const satisfies Readonly<Record<string, Account>>

export type OwnAccount = keyof typeof own

/** What was there on the first day, in minor units. */
export const openings: readonly { readonly account: OwnAccount; readonly minor: number }[] = [
  { account: 'household', minor: 341_277 },
  { account: 'savings', minor: 1_250_000 },
  { account: 'card', minor: -38_614 },
  { account: 'cash', minor: 14_000 },
  { account: 'sterling', minor: 115_000 },
]

export const incomes = ['salary', 'benefits', 'freelance', 'interest', 'gifts'] as const
export const expenses = [
  'rent',
  'utilities',
  'groceries',
  'restaurants',
  'transport',
  'car',
  'children',
  'health',
  'clothing',
  'home',
  'leisure',
  'subscriptions',
  'insurance',
  'taxes',
  'holidays',
  'gifts',
  'fees',
] as const

export type Income = (typeof incomes)[number]
export type Expense = (typeof expenses)[number]

/** The household's accounts first, then the world's. */
export const sampleAccounts: readonly Account[] = [
  ...Object.values(own),
  ...(['EUR', 'GBP'] as const).flatMap((currency) => [
    openingAccount(currency),
    fxAccount(currency),
    ...incomes.map((name) => incomeAccount(name, currency)),
    ...expenses.map((name) => expenseAccount(name, currency)),
  ]),
]
