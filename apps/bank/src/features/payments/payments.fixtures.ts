import type { Dispatchable } from '@playhead/core'
import { bank, openingAccount } from '../../ledger/index.ts'
import type { Transfer } from './actions.ts'

const account = (id: string, name: string) =>
  bank.accountOpened({ id, name, owner: 'A. Example', currency: 'EUR', kind: 'asset' })

/** A current account with 1,000 EUR and savings with nothing. */
export const twoAccounts: readonly Dispatchable[] = [
  account('giro', 'Current account'),
  account('savings', 'Savings'),
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
export const transfer: Transfer = {
  paymentId: 'p-1',
  from: 'giro',
  to: 'savings',
  currency: 'EUR',
  minor: 25_000,
  memo: 'Put by',
}
