import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bank, calendarDay, dayNumber, exchangeLegs, ledger, transferLegs } from '../../ledger/index.ts'
import {
  anyPosting,
  card,
  entryWith,
  food,
  giro,
  opening,
  posted,
  pounds,
  salary,
  storeOf,
} from '../../ledger/ledger.fixtures.ts'
import {
  account,
  accounts,
  balanceOf,
  balanceSeries,
  bookedBalanceOf,
  bookedSpan,
  netWorth,
  netWorthOn,
  netWorthSeries,
} from './index.ts'

const move = (from: string, to: string, minor: number) => transferLegs({ from, to, currency: 'EUR', minor })

/** 1,000 EUR on the first of March, a salary on the fifth, and 200 EUR for 180 GBP on the tenth, each recorded a day later. */
const marchOf = () =>
  storeOf([
    { entry: entryWith('o', { legs: move(opening.id, giro.id, 100_000), bookingDate: '2026-03-01' }), time: 1 },
    { entry: entryWith('s', { legs: move(salary.id, giro.id, 250_000), bookingDate: '2026-03-05' }), time: 2 },
    {
      entry: entryWith('x', {
        legs: exchangeLegs(
          { account: giro.id, currency: 'EUR', minor: 20_000 },
          { account: pounds.id, currency: 'GBP', minor: 18_000 },
        ),
        bookingDate: '2026-03-10',
      }),
      time: 3,
    },
    { entry: entryWith('c', { legs: move(card.id, food.id, 5_000), bookingDate: '2026-03-10' }), time: 4 },
  ])

describe('accounts', () => {
  it('[BNK-10] of the household are its assets and debts, in the order in which they were opened', () => {
    const store = marchOf()
    expect(store.get(accounts).map(({ id }) => id)).toEqual(['giro', 'card', 'pounds'])
    expect(store.get(account(food.id))).toEqual(food)
    expect(store.get(account('nowhere'))).toBeUndefined()
    expect(store.at(-1).get(accounts)).toEqual([])
  })

  it('[BNK-9] hold what is recorded, at any place of the log', () => {
    const store = marchOf()
    expect([giro, card, pounds, food].map(({ id }) => store.get(balanceOf(id)))).toEqual([
      330_000, -5_000, 18_000, 5_000,
    ])
    expect(store.at(new Date(2)).get(balanceOf(giro.id))).toBe(350_000)
    expect(store.at(-1).get(balanceOf(giro.id))).toBe(0)
    expect(store.get(balanceOf('nowhere'))).toBe(0)
  })

  it('[BNK-12] held at the end of a day what was booked until then', () => {
    const store = marchOf()
    const days = ['2026-02-28', '2026-03-01', '2026-03-09', '2026-03-10', '2027-01-01']
    expect(days.map((day) => store.get(bookedBalanceOf(giro.id, day)))).toEqual([0, 100_000, 350_000, 330_000, 330_000])
    // Both axes at once: the balance of the tenth as it was known before the exchange was recorded.
    expect(store.at(new Date(2)).get(bookedBalanceOf(giro.id, '2026-03-10'))).toBe(350_000)
  })
})

describe('net worth', () => {
  it('[BNK-10] is assets less debts, one amount a currency', () => {
    const store = marchOf()
    expect(store.get(netWorth)).toEqual([
      { currency: 'EUR', minor: 325_000 },
      { currency: 'GBP', minor: 18_000 },
    ])
    expect(store.get(netWorthOn('2026-03-04'))).toEqual([
      { currency: 'EUR', minor: 100_000 },
      { currency: 'GBP', minor: 0 },
    ])
  })

  it('[BNK-10] is the same value while no amount changes, so that nothing is drawn again', () => {
    const store = marchOf()
    const before = store.get(netWorth)
    store.dispatch(bank.entryPosted(entryWith('t', { legs: move(giro.id, card.id, 5_000) })))
    expect(store.get(balanceOf(card.id))).toBe(0)
    expect(store.get(netWorth)).toBe(before)
  })

  it('[BNK-10] on the last day of all is what is recorded', () => {
    fc.assert(
      fc.property(fc.array(anyPosting, { maxLength: 40 }), (postings) => {
        const store = storeOf(posted(postings))
        expect(store.get(netWorthOn('2999-12-31'))).toEqual(store.get(netWorth))
      }),
      { numRuns: 30 },
    )
  })
})

describe('a series of balances', () => {
  it('[BNK-17] has the booked balance at the end of each of its days', () => {
    const { days, minor } = marchOf().get(balanceSeries(giro.id, '2026-02-27', '2026-03-12'))
    expect([...days].map(calendarDay).slice(0, 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    const expected = [
      ...Array(2).fill(0),
      ...Array(4).fill(100_000),
      ...Array(5).fill(350_000),
      ...Array(3).fill(330_000),
    ]
    expect([...minor]).toEqual(expected)
  })

  it('[BNK-17] of a currency adds up its accounts, and leaves others out', () => {
    const store = marchOf()
    const { days, minor } = store.get(netWorthSeries('EUR', '2026-03-01', '2026-03-20'))
    for (const [at, day] of days.entries()) {
      const euros = store.get(netWorthOn(calendarDay(day))).find(({ currency }) => currency === 'EUR')
      expect(minor[at]).toBe(euros?.minor)
    }
    expect(store.get(netWorthSeries('CHF', '2026-03-01', '2026-03-02')).minor).toEqual(new Float64Array(2))
  })

  it('[BNK-17] is empty when its last day is before its first', () => {
    const { days, minor } = marchOf().get(balanceSeries(giro.id, '2026-03-02', '2026-03-01'))
    expect([days.length, minor.length]).toEqual([0, 0])
  })
})

describe('the booked axis', () => {
  it('[BNK-18] goes from the first to the last day on which an account of the household has a line', () => {
    const store = marchOf()
    expect(store.get(bookedSpan)).toEqual({ first: '2026-03-01', last: '2026-03-10' })
    const between = { legs: move(salary.id, food.id, 1), bookingDate: '2020-01-01' }
    store.dispatch(bank.entryPosted(entryWith('elsewhere', between)))
    expect(store.get(bookedSpan)?.first).toBe('2026-03-01')
    expect(store.at(-1).get(bookedSpan)).toBeUndefined()
  })

  it('[BNK-18] grows with what is booked outside of it', () => {
    const store = marchOf()
    const first = dayNumber(store.get(bookedSpan)?.first ?? '')
    store.dispatch(bank.entryPosted(entryWith('early', { bookingDate: calendarDay(first - 1) })))
    expect(store.get(bookedSpan)).toEqual({ first: '2026-02-28', last: '2026-03-10' })
    expect(store.get(ledger).entries.size).toBe(5)
  })
})
