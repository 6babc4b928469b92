import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bank, calendarDay, dayNumber, transferLegs } from '../../ledger/index.ts'
import { anyPosting, card, entryWith, food, giro, posted, salary, storeOf } from '../../ledger/ledger.fixtures.ts'
import { cashFlow } from './cashFlow.ts'

describe('cash flow', () => {
  it('[FLO-1] is what income gave and expenses took, by month, up to the last day', () => {
    const move = (id: string, from: string, to: string, minor: number, bookingDate: string) =>
      bank.entryPosted(entryWith(id, { legs: transferLegs({ from, to, currency: 'EUR', minor }), bookingDate }))
    const store = storeOf()
    store.dispatch([
      move('a', salary.id, giro.id, 300_000, '2026-01-31'),
      move('b', giro.id, food.id, 4_000, '2026-02-01'),
      move('c', food.id, giro.id, 1_000, '2026-02-15'),
      move('d', giro.id, card.id, 7_777, '2026-02-15'),
      move('e', giro.id, food.id, 9_000, '2026-03-20'),
    ])
    expect(store.get(cashFlow('EUR', '2026-03-19', 3))).toEqual([
      { month: '2026-01-01', inMinor: 300_000, outMinor: 0 },
      { month: '2026-02-01', inMinor: 0, outMinor: 3_000 },
      { month: '2026-03-01', inMinor: 0, outMinor: 0 },
    ])
    expect(store.get(cashFlow('EUR', '2026-03-20', 1))).toEqual([{ month: '2026-03-01', inMinor: 0, outMinor: 9_000 }])
    expect(store.get(cashFlow('GBP', '2026-03-20', 1))).toEqual([{ month: '2026-03-01', inMinor: 0, outMinor: 0 }])
  })

  it('[FLO-1] equals adding up all entries, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(anyPosting, { maxLength: 40 }), fc.nat({ max: 110 }), (postings, lastDay) => {
        const entries = posted(postings)
        const last = calendarDay(dayNumber('2026-01-01') + lastDay)
        for (const { month, inMinor, outMinor } of storeOf(entries).get(cashFlow('EUR', last, 4))) {
          const sum = (id: string) =>
            entries
              .filter(({ entry }) => entry.bookingDate.startsWith(month.slice(0, 7)) && entry.bookingDate <= last)
              .flatMap(({ entry }) => entry.legs)
              .reduce((total, leg) => (leg.account === id ? total + leg.minor : total), 0)
          expect(inMinor).toBe(0 - sum(salary.id))
          expect(outMinor).toBe(sum(food.id))
        }
      }),
      { numRuns: 50 },
    )
  })
})
