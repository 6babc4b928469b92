import { describe, expect, it } from 'vitest'
import type { Account, PostedEntry } from '../../../ledger/index.ts'
import { describeEntry } from './describeEntry.ts'

const account = (id: string, kind: Account['kind']): Account => ({ id, name: id, owner: 'me', currency: 'EUR', kind })
const known = new Map(
  [account('Giro', 'asset'), account('Savings', 'asset'), account('shops', 'expense')].map((each) => [each.id, each]),
)
const accountOf = (id: string) => known.get(id)

const entry = (rest: Partial<PostedEntry>, to = 'shops'): PostedEntry => ({
  entryId: 'e',
  kind: 'withdrawal',
  legs: [
    { account: 'Giro', currency: 'EUR', minor: -500 },
    { account: to, currency: 'EUR', minor: 500 },
  ],
  bookingDate: '2026-01-02',
  valueDate: '2026-01-02',
  memo: '',
  ordinal: 0,
  recordedAt: 0,
  ...rest,
})

describe('describeEntry', () => {
  it('[LIN-5] names the counterparty, and what the memo says besides', () => {
    const words = describeEntry(entry({ counterparty: { name: ' Markthalle ' }, memo: 'Bread ' }), 'Giro', accountOf)
    expect(words).toEqual({ title: 'Markthalle', detail: 'Bread' })
  })

  it('[LIN-5] names the own account on the other side, and which way the money went', () => {
    const transfer = entry({ memo: 'Holiday' }, 'Savings')
    expect(describeEntry(transfer, 'Giro', accountOf)).toEqual({ title: 'To Savings', detail: 'Holiday' })
    expect(describeEntry(transfer, 'Savings', accountOf)).toEqual({ title: 'From Giro', detail: 'Holiday' })
  })

  it('[LIN-5] falls back to the memo, to their account, to the kind', () => {
    expect(describeEntry(entry({ memo: 'Card payment' }), 'Giro', accountOf).title).toBe('Card payment')
    expect(describeEntry(entry({ counterparty: { account: 'DE02' } }), 'Giro', accountOf).title).toBe('DE02')
    expect(describeEntry(entry({ kind: 'fee' }), 'Giro', accountOf).title).toBe('Fee')
  })
})
