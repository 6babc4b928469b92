import { createRecords, createStore, memoryLog } from '@playhead/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountId } from './Account.ts'
import { bank } from './actions.ts'
import type { Entry } from './Entry.ts'
import {
  anyPosting,
  card,
  entryWith,
  food,
  giro,
  openAccounts,
  posted,
  pounds,
  recordsOf,
  storeOf,
} from './ledger.fixtures.ts'
import { ledger } from './ledger.ts'
import { transferLegs } from './legs.ts'

/** What the legs of entries leave on each account, in integers without a bound. */
function sumsOf(entries: Iterable<Entry>): ReadonlyMap<AccountId, bigint> {
  const sums = new Map<AccountId, bigint>()
  for (const { legs } of entries) {
    for (const { account, minor } of legs) sums.set(account, (sums.get(account) ?? 0n) + BigInt(minor))
  }
  return sums
}

const fixedPostings = fc.array(anyPosting, { maxLength: 60 })

describe('the ledger', () => {
  it('[BNK-8] sums to zero in each currency after every record', () => {
    fc.assert(
      fc.property(fixedPostings, (postings) => {
        const store = storeOf(posted(postings))
        for (let offset = -1; offset <= store.timeline.playhead.head; offset++) {
          const { accounts, balances } = store.at(offset).get(ledger)
          const sums = new Map<string, bigint>()
          for (const { id, currency } of accounts.values()) {
            sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(balances.get(id)?.minor ?? 0))
          }
          expect([...sums.values()].every((sum) => sum === 0n)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('[BNK-9] holds on each account the exact sum of its legs', () => {
    fc.assert(
      fc.property(fixedPostings, (postings) => {
        const entries = posted(postings)
        const { balances } = storeOf(entries).get(ledger)
        const sums = sumsOf(entries.map(({ entry }) => entry))
        for (const { id } of openAccounts)
          expect(BigInt(balances.get(id)?.minor ?? Number.NaN)).toBe(sums.get(id) ?? 0n)
      }),
    )
  })

  it('[BNK-5] takes only entries that balance on accounts that are open in that currency', () => {
    fc.assert(
      fc.property(fixedPostings, (postings) => {
        const store = storeOf(posted(postings))
        const { accounts, entries } = store.get(ledger)
        expect(entries.size).toBe(postings.length)
        for (const { legs } of entries.values()) {
          expect(legs.length).toBeGreaterThanOrEqual(2)
          for (const { account, currency, minor } of legs) {
            expect(minor).not.toBe(0)
            expect(accounts.get(account)?.currency).toBe(currency)
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  it('[BNK-5] leaves an entry out as a whole when one of its accounts is not open, and says which', () => {
    const store = storeOf()
    const before = store.get(ledger)
    const legs = transferLegs({ from: giro.id, to: 'nowhere', currency: 'EUR', minor: 5 })
    expect(() => store.dispatch(bank.entryPosted(entryWith('e', { legs })))).toThrow(
      'Entry e moves money on account nowhere, which is not open. Open it first. Nothing of the entry was booked. (ledger/no-account)',
    )
    expect(store.get(ledger)).toBe(before)
  })

  it('[BNK-5] leaves an entry out as a whole when an account holds another currency', () => {
    const store = storeOf()
    const before = store.get(ledger)
    const legs = transferLegs({ from: giro.id, to: pounds.id, currency: 'EUR', minor: 5 })
    expect(() => store.dispatch(bank.entryPosted(entryWith('e', { legs })))).toThrow(
      'Entry e moves EUR on account pounds, which holds GBP. Go through an fx account. Nothing of the entry was booked. (ledger/other-currency)',
    )
    expect(store.get(ledger)).toBe(before)
  })

  it('[BNK-5] never books an entry twice, nor one that differs under the same id', () => {
    const store = storeOf([{ entry: entryWith('e'), time: 1 }])
    const before = store.get(ledger)
    for (const entry of [entryWith('e'), entryWith('e', { memo: 'another' })]) {
      expect(() => store.dispatch(bank.entryPosted(entry))).toThrow('(ledger/entry-exists)')
    }
    expect(store.get(ledger)).toBe(before)
  })

  it('[BNK-5] leaves out an unbalanced entry that somebody else wrote into the log', async () => {
    const records = recordsOf([{ entry: entryWith('e'), time: 1 }])
    const forged = records.map((record) => {
      if (record.type !== bank.entryPosted.type) return record
      return { ...record, payload: entryWith('e', { legs: [{ account: giro.id, currency: 'EUR', minor: 500 }] }) }
    })
    const store = createStore({ slices: [ledger], log: memoryLog({ records: forged }) })
    await store.ready
    expect(store.timeline.playhead.head).toBe(records.length - 1)
    expect(store.get(ledger).entries.size).toBe(0)
    expect(store.get(ledger).balances.get(giro.id)?.minor).toBe(0)
  })

  it('[BNK-6] opens an account once', () => {
    const store = storeOf([{ entry: entryWith('e'), time: 1 }])
    expect(() => store.dispatch(bank.accountOpened({ ...giro, currency: 'USD' }))).toThrow('(ledger/account-exists)')
    expect(store.get(ledger).accounts.get(giro.id)).toEqual(giro)
    expect(store.get(ledger).balances.get(giro.id)?.minor).toBe(-1_000)
  })

  it('[BNK-7] refuses what could no longer be added up exactly', () => {
    const half = 2 ** 52
    const move = (entryId: string, from: string, to: string, minor: number) =>
      bank.entryPosted(entryWith(entryId, { legs: transferLegs({ from, to, currency: 'EUR', minor }) }))
    const store = storeOf()
    store.dispatch(move('there', giro.id, card.id, half))
    store.dispatch(move('back', card.id, giro.id, half - 1))
    expect(store.get(ledger).balances.get(giro.id)).toEqual({ minor: -1, turnoverMinor: Number.MAX_SAFE_INTEGER })
    // The balance would be small; the sum of some of its entries, in order of booking, need not be.
    expect(() => store.dispatch(move('more', giro.id, food.id, 1))).toThrow('(ledger/too-large)')
    expect(store.get(ledger).balances.get(food.id)?.minor).toBe(0)
  })

  it('[BNK-14] numbers entries as they were recorded, and keeps when', () => {
    const store = storeOf([
      { entry: entryWith('a', { bookingDate: '2026-03-09' }), time: 70 },
      { entry: entryWith('b', { bookingDate: '2026-03-01' }), time: 90 },
    ])
    const { entries } = store.get(ledger)
    expect(entries.get('a')).toMatchObject({ ordinal: 0, recordedAt: 70 })
    expect(entries.get('b')).toMatchObject({ ordinal: 1, recordedAt: 90 })
  })
})

describe('the recorded axis', () => {
  it('[BNK-11] shows at any time what the records up to then come to', () => {
    fc.assert(
      fc.property(fixedPostings, fc.array(fc.nat({ max: 1_200 }), { maxLength: 8 }), (postings, times) => {
        const entries = posted(postings)
        const store = storeOf(entries)
        for (const time of [-1, 0, 999, ...entries.map((each) => each.time), ...times]) {
          const known = store.at(new Date(time)).get(ledger)
          const sums = sumsOf(entries.filter((each) => each.time <= time).map(({ entry }) => entry))
          for (const { id } of openAccounts) expect(BigInt(known.balances.get(id)?.minor ?? 0)).toBe(sums.get(id) ?? 0n)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('[BNK-11] is the same in a log of equal records, made twice', () => {
    const entries = posted([{ legs: entryWith('x').legs, day: 3, waitMs: 0 }])
    expect(recordsOf(entries)).toEqual(recordsOf(entries))
    expect(createRecords([], { client: 'c', random: () => 0 })).toEqual([])
  })
})
