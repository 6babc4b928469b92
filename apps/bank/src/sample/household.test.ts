import { createStore, memoryLog } from '@playhead/core'
import { describe, expect, it } from 'vitest'
import { accounts, balanceOf, balanceSeries, bookedSpan, netWorth } from '../features/accounts/index.ts'
import type { Entry } from '../ledger/index.ts'
import { accountHistory, accountNames, bank, calendarDay, dayNumber, ledger } from '../ledger/index.ts'
import { householdRecords } from './household.ts'
import { mulberry32 } from './mulberry32.ts'

const end = '2026-11-23'
const records = householdRecords({ end })
const entries = records.filter(bank.entryPosted.match).map(({ payload }) => payload)
const bookings = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind)

async function openedStore(log = records) {
  const store = createStore({ slices: [ledger, accountNames], log: memoryLog({ records: log }) })
  await store.ready
  return store
}

describe('the sample household', () => {
  it('[BNK-30] is the same for the same day and seed, and another for others', () => {
    expect(householdRecords({ end })).toEqual(records)
    expect(householdRecords({ end, seed: 8 })).not.toEqual(records)
    expect(householdRecords({ end: '2026-11-24' })).not.toEqual(records)
  })

  it('[BNK-30] lives on any end date, leap days and turns of the year among them', async () => {
    for (const day of ['2024-02-29', '2027-01-01', '2028-03-01', '2031-07-20']) {
      const made = householdRecords({ end: day })
      const store = await openedStore(made)
      expect(store.get(ledger).entries.size).toBe(made.filter(bank.entryPosted.match).length)
      const minors = store.get(accounts).map(({ id }) => store.get(balanceSeries(id, '2020-01-01', day)).minor)
      const [household = [], savings = [], card = [], cash = [], sterling = []] = minors.map((minor) => [...minor])
      for (const asset of [household, savings, cash, sterling]) expect(Math.min(...asset)).toBeGreaterThanOrEqual(0)
      expect(Math.min(...card)).toBeGreaterThan(-300_000)
    }
  })

  it('[BNK-31] is folded without a refusal: every entry balances on accounts that are open', async () => {
    const store = await openedStore()
    expect(store.get(ledger).entries.size).toBe(entries.length)
    expect(entries.length).toBeGreaterThan(4_500)
    expect(entries.length).toBeLessThan(5_500)
    const sums = new Map<string, number>()
    for (const { legs } of entries) {
      for (const { currency, minor } of legs) sums.set(currency, (sums.get(currency) ?? 0) + minor)
    }
    expect(Object.fromEntries(sums)).toEqual({ EUR: 0, GBP: 0 })
  })

  it('[BNK-31] never runs dry on either axis, and saves', async () => {
    const store = await openedStore()
    const first = store.get(bookedSpan)?.first ?? ''
    for (const { id } of store.get(accounts)) {
      const booked = store.get(balanceSeries(id, first, end)).minor
      const recorded: number[] = []
      let minor = 0
      for (const { legs } of entries) {
        minor += legs.find(({ account }) => account === id)?.minor ?? 0
        recorded.push(minor)
      }
      const lowest = id === 'card' ? -250_000 : 0
      expect(Math.min(...booked), `${id} booked`).toBeGreaterThanOrEqual(lowest)
      // On the first day the opening of a debt is recorded before anything else.
      expect(Math.min(...recorded), `${id} recorded`).toBeGreaterThanOrEqual(lowest)
      if (id === 'card') expect(Math.max(...booked)).toBeLessThan(5_000)
      if (id === 'household') expect(Math.max(...booked)).toBeLessThan(1_000_000)
    }
    const years = [0, 365, 730, 1_090].map((day) =>
      store.get(accountHistory('savings')).balanceOn(dayNumber(first) + day),
    )
    expect(years).toEqual(years.toSorted((a, b) => a - b))
    expect(store.get(balanceOf('savings'))).toBeGreaterThan(2_500_000)
    expect(store.get(netWorth).map(({ currency }) => currency)).toEqual(['EUR', 'GBP'])
  })

  it('[BNK-32] tells of three years, and of nothing on the end date or after it', () => {
    const days = entries.map(({ bookingDate }) => bookingDate).sort()
    expect(days[0]).toBe(calendarDay(dayNumber(end) - 3 * 365))
    expect((days.at(-1) ?? '') < end).toBe(true)
    expect(records.at(-1)?.time).toBeLessThan(Date.UTC(2026, 10, 23))
    expect(records.at(-1)?.time).toBeGreaterThan(Date.UTC(2026, 10, 20))
    expect(records.every(({ time }, at) => time >= (records[at - 1]?.time ?? 0))).toBe(true)
  })

  it('[BNK-32] hears of many entries days after they count, never before', async () => {
    const store = await openedStore()
    const lateDays = [...store.get(ledger).entries.values()].map(
      ({ recordedAt, bookingDate }) => (recordedAt + 3_600_000) / 86_400_000 - dayNumber(bookingDate),
    )
    expect(Math.min(...lateDays)).toBeGreaterThanOrEqual(0)
    expect(lateDays.filter((late) => late >= 1).length).toBeGreaterThan(entries.length / 2)
    expect(Math.max(...lateDays)).toBeGreaterThan(12)
  })

  it('[BNK-33] has what a household has: two currencies, a card that is settled, refunds, taxes, presents', () => {
    expect(bookings('fx').length).toBeGreaterThan(5)
    for (const { legs } of bookings('fx')) {
      expect(legs.map(({ currency }) => currency).toSorted()).toEqual(['EUR', 'EUR', 'GBP', 'GBP'])
    }
    const memos = new Set(entries.map(({ memo }) => memo))
    for (const memo of [
      'Credit card settlement',
      'Refund',
      'Income tax refund',
      'Interest, quarter',
      'Salary Mara',
      'Birthday present for Mara',
      'Savings',
      'Cornwall',
    ]) {
      expect(memos, memo).toContain(memo)
    }
    const bought = new Map(
      entries.filter(({ memo }) => memo !== 'Refund').map(({ reference, legs }) => [reference, legs[1]?.minor]),
    )
    for (const { memo, reference, legs } of entries)
      if (memo === 'Refund') expect(bought.get(reference)).toBe(legs[1]?.minor)
  })

  it('[BNK-33] settles on its card what it owed at the end of the month before', async () => {
    const store = await openedStore()
    const card = store.get(accountHistory('card'))
    const settlements = entries.filter(({ memo }) => memo === 'Credit card settlement')
    expect(settlements.length).toBeGreaterThanOrEqual(34)
    for (const { bookingDate, legs } of settlements) {
      const endOfMonth = dayNumber(`${bookingDate.slice(0, 8)}01`) - 1
      expect(legs[1]?.minor).toBe(-card.balanceOn(endOfMonth))
    }
  })
})

describe('mulberry32', () => {
  it('[BNK-30] gives the numbers of the original', () => {
    const random = mulberry32(1)
    expect([random(), random(), random()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522])
  })
})
