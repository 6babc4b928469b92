import type { Dispatchable } from '@playhead/core'
import { bank, openingAccount } from '../../ledger/index.ts'
import type { Order } from './Order.ts'

const account = (id: string, name: string, currency = 'EUR') =>
  bank.accountOpened({ id, name, owner: 'A. Example', currency, kind: 'asset' })

/** A current account with 1,000 EUR, savings with nothing, and an account in pounds with nothing. */
export const ownAccounts: readonly Dispatchable[] = [
  account('giro', 'Current account'),
  account('savings', 'Savings'),
  account('pounds', 'Pounds', 'GBP'),
  bank.accountOpened(openingAccount('EUR')),
  bank.entryPosted({
    entryId: 'opening',
    kind: 'opening',
    legs: [
      { account: openingAccount('EUR').id, currency: 'EUR', minor: -100_000 },
      { account: 'giro', currency: 'EUR', minor: 100_000 },
    ],
    bookingDate: '2025-12-31',
    valueDate: '2025-12-31',
    memo: '',
  }),
]

/** 250 EUR from the current account to savings. */
export const order: Order = {
  paymentId: 'p-1',
  from: 'giro',
  to: { kind: 'own', account: 'savings' },
  currency: 'EUR',
  minor: 25_000,
  memo: 'Put by',
}

/** An IBAN whose check digits fit, of a bank that is not. */
export const payeeIban = 'DE89370400440532013000'

/** 40 EUR to somebody. */
export const toPayee: Order = {
  ...order,
  paymentId: 'p-payee',
  to: { kind: 'payee', name: 'Ines Sommer', iban: payeeIban },
  minor: 4_000,
  memo: 'Concert',
}
