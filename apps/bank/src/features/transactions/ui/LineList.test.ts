import { createRecords, memoryLog } from '@playhead/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBankStore } from '../../../app/createBankStore.ts'
import { calendarDay, dayNumber } from '../../../calendar/index.ts'
import { bank, histories, transferLegs } from '../../../ledger/index.ts'
import { accounts } from '../../accounts/index.ts'
import { filterRows } from '../index.ts'
import { LineList } from './LineList.ts'

interface Move {
  readonly from: number
  readonly to: number
  readonly day: number
  readonly minor: number
}

const names = ['a', 'b', 'c'] as const
const moves = fc.array(
  fc.record({
    from: fc.nat(2),
    to: fc.nat(2),
    day: fc.integer({ min: 20_000, max: 20_012 }),
    minor: fc.integer({ min: 1, max: 500 }),
  }),
  { maxLength: 60 },
)

function sourcesOf(booked: readonly Move[]) {
  const entries = booked.filter(({ from, to }) => from !== to)
  const records = createRecords(
    [
      ...names.map((id) => ({
        time: 0,
        action: bank.accountOpened({ id, name: id, owner: 'me', currency: 'EUR', kind: 'asset' as const }),
      })),
      ...entries.map(({ from, to, day, minor }, at) => ({
        time: at,
        action: bank.entryPosted({
          entryId: `e${at}`,
          kind: 'transfer' as const,
          legs: transferLegs({ from: names[from] as string, to: names[to] as string, currency: 'EUR', minor }),
          bookingDate: calendarDay(day),
          valueDate: calendarDay(day),
          memo: minor % 2 === 0 ? 'even' : 'odd',
        }),
      })),
    ],
    { client: 'test', random: () => 0.5 },
  )
  const store = createBankStore({ log: memoryLog({ records }) })
  const byAccount = store.get(histories)
  return store.get(accounts).flatMap((account) => {
    const history = byAccount.get(account.id)
    return history ? [{ account, history }] : []
  })
}

/** The same list the plain way: all lines, sorted. */
function plainly(sources: ReturnType<typeof sourcesOf>, until: number, isWanted: (memo: string) => boolean) {
  return sources
    .flatMap(({ account, history }) =>
      Array.from({ length: history.length }, (_, row) => ({ account: account.id, ...history.line(row) })),
    )
    .filter(({ entry }) => dayNumber(entry.bookingDate) <= until && isWanted(entry.memo))
    .sort(
      (a, b) =>
        dayNumber(b.entry.bookingDate) - dayNumber(a.entry.bookingDate) ||
        b.entry.ordinal - a.entry.ordinal ||
        b.minor - a.minor,
    )
    .map(({ account, entry, minor, balanceMinor }) => `${account} ${entry.entryId} ${minor} ${balanceMinor}`)
}

const shown = (list: LineList) =>
  Array.from({ length: list.length }, (_, index) => {
    const { account, entry, minor, balanceMinor } = list.at(index)
    return `${account.id} ${entry.entryId} ${minor} ${balanceMinor}`
  })

describe('LineList', () => {
  it('[LIN-1] lists the lines of all accounts, newest first, up to a day', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 19_998, max: 20_014 }), (booked, until) => {
        const sources = sourcesOf(booked)
        expect(shown(new LineList(sources, until))).toEqual(plainly(sources, until, () => true))
      }),
    )
  })

  it('[LIN-2] lists only the rows that a filter lets through', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 19_998, max: 20_014 }), (booked, until) => {
        const sources = sourcesOf(booked)
        const filtered = sources.map((source) => ({ ...source, rows: filterRows(source.history, { text: 'even' }) }))
        expect(shown(new LineList(filtered, until))).toEqual(plainly(sources, until, (memo) => memo === 'even'))
      }),
    )
  })

  it('[LIN-3] refuses a place that it does not have', () => {
    const list = new LineList(sourcesOf([{ from: 0, to: 1, day: 20_000, minor: 5 }]))
    expect(list.length).toBe(2)
    expect(() => list.at(2)).toThrow('Line 2 is not in a list of 2 lines.')
    expect(() => list.at(-1)).toThrow(RangeError)
    expect(new LineList([]).length).toBe(0)
  })
})
