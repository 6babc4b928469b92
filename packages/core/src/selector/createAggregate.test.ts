import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Selector, Store } from '../index.ts'
import { createAggregate, createDerivedTable, createSelector, createSelectorFamily } from '../index.ts'
import type { Booking } from './derived.fixtures.ts'
import { afresh, anySteps, bookings, books, openBooks, take } from './derived.fixtures.ts'

const put = (id: string, minor: number, account = 'rent', note = '') =>
  bookings.put({ id, booking: { account, minor, note } })
const sum = {
  initial: 0,
  add: (total: number, { minor }: Booking) => total + minor,
  remove: (total: number, { minor }: Booking) => total - minor,
}

const total = createAggregate(books, (state) => state.rows, sum)
const totalOf = createAggregate(books, (state) => state.rows, { ...sum, by: ({ account }) => account })
const summary = createAggregate(books, (state) => state.rows, {
  initial: { count: 0, minor: 0n },
  add: (before, row) => ({ count: before.count + 1, minor: before.minor + BigInt(row.minor) }),
  remove: (before, row) => ({ count: before.count - 1, minor: before.minor - BigInt(row.minor) }),
  by: ({ minor, note }) => (note === '' ? minor : undefined),
})

const rowsOf = (store: Store) => [...store.get(books).rows.values()]

/** In ascending order: numbers, then strings. */
function grouped<K extends string | number>(rows: readonly Booking[], by: (row: Booking) => K | undefined) {
  const groups = new Map<K, Booking[]>()
  for (const row of rows) {
    const key = by(row)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))
}
const minorOf = (rows: readonly Booking[]) => rows.reduce((before, { minor }) => before + minor, 0)

const models: readonly { name: string; selector: Selector<unknown>; expected: (store: Store) => unknown }[] = [
  { name: 'a sum', selector: total, expected: (store) => minorOf(rowsOf(store)) },
  {
    name: 'sums of groups',
    selector: createSelector(totalOf, (groups) => [...groups]),
    expected: (store) => grouped(rowsOf(store), ({ account }) => account).map(([key, rows]) => [key, minorOf(rows)]),
  },
  {
    name: 'objects of some rows by number',
    selector: createSelector(summary, (groups) => groups.slice()),
    expected: (store) =>
      grouped(rowsOf(store), ({ minor, note }) => (note === '' ? minor : undefined)).map(([key, rows]) => [
        key,
        { count: rows.length, minor: BigInt(minorOf(rows)) },
      ]),
  },
  {
    name: 'the count of a derived table',
    selector: createAggregate(
      createDerivedTable(books, (state) => state.sorted, { where: ({ minor }) => minor > 0 }),
      { initial: 0, add: (n) => n + 1, remove: (n) => n - 1 },
    ),
    expected: (store) => rowsOf(store).filter(({ minor }) => minor > 0).length,
  },
]

describe('an aggregate', () => {
  it.each(models)(
    '[AGG-1] [AGG-2] of $name is what all rows give, whatever happens',
    async ({ selector, expected }) => {
      await fc.assert(
        fc.asyncProperty(anySteps, async (steps) => {
          let store = openBooks()
          store.watch(selector, () => {})
          for (const step of steps) {
            store = await take(store, step)
            expect(store.get(selector)).toEqual(expected(store))
            expect(afresh(store, selector)).toEqual(expected(store))
          }
        }),
        { numRuns: 60 },
      )
    },
  )

  it('[AGG-3] adds and removes the rows that have changed, and no others', async () => {
    const add = vi.fn(sum.add)
    const remove = vi.fn((before: number, row: Booking, _key: string) => sum.remove(before, row))
    const counted = createAggregate(books, (state) => state.rows, { initial: 0, add, remove })
    const store = openBooks()
    store.dispatch(Array.from({ length: 500 }, (_, n) => put(`k${n}`, 1)))
    expect(store.get(counted)).toBe(500)
    expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([500, 0])
    add.mockClear()
    store.dispatch([bookings.amended({ id: 'k7', minor: 5 }), bookings.dropped('k8'), put('new', 2)])
    expect(store.get(counted)).toBe(505)
    expect([add.mock.calls.length, remove.mock.calls.length]).toEqual([2, 2])
    expect(remove.mock.calls.map(([, , key]) => key)).toEqual(['k7', 'k8'])
    // The same rows, made again by a replay.
    add.mockClear()
    await store.timeline.seek(499)
    await store.timeline.seek(498)
    store.get(counted)
    expect(add.mock.calls.length).toBeLessThan(10)
  })

  it('[AGG-4] belongs to the view that reads it', () => {
    const store = openBooks()
    store.dispatch([put('a', 1), put('b', 2)])
    const branch = store.timeline.fork({ at: 0 })
    branch.dispatch(put('c', 10))
    const past = store.at(0)
    expect([store.get(total), past.get(total), branch.get(total), store.live.get(total)]).toEqual([3, 1, 11, 3])
    store.dispatch(bookings.dropped('a'))
    branch.dispatch(bookings.dropped('a'))
    expect([store.get(total), past.get(total), branch.get(total), store.live.get(total)]).toEqual([2, 1, 10, 2])
  })

  it('[AGG-5] tells who reads one group when that one has changed', () => {
    const store = openBooks()
    const runs = vi.fn()
    const ofAccount = createSelectorFamily(totalOf, (groups, account: string) => {
      runs(account)
      return groups.get(account) ?? 0
    })
    const told = vi.fn()
    const accounts = Array.from({ length: 200 }, (_, n) => `account ${n}`)
    store.dispatch(accounts.map((account, n) => put(`k${n}`, n, account)))
    for (const account of accounts) store.watch(ofAccount(account), () => told(account))
    runs.mockClear()
    store.dispatch(put('k3', 30, 'account 3'))
    expect(runs.mock.calls).toEqual([['account 3']])
    expect(told.mock.calls).toEqual([['account 3']])
    told.mockClear()
    store.dispatch(put('k3', 30, 'account 5'))
    expect(told.mock.calls.toSorted()).toEqual([['account 3'], ['account 5']])
    expect([store.get(ofAccount('account 3')), store.get(ofAccount('account 5'))]).toEqual([0, 35])
    expect(store.get(totalOf).has('account 3')).toBe(false)
  })

  it('[AGG-5] is the very one of before where its groups came out the same', () => {
    const store = openBooks()
    store.dispatch([put('a', 1), put('b', 2)])
    const before = store.get(totalOf)
    const told = vi.fn()
    store.watch(totalOf, told)
    store.dispatch([bookings.amended({ id: 'a', minor: 2 }), bookings.amended({ id: 'b', minor: 1 })])
    expect(store.get(totalOf)).toBe(before)
    expect(told).not.toHaveBeenCalled()
  })

  it('[AGG-5] keeps a sum that `equal` says is the same', () => {
    const store = openBooks()
    const rounded = createAggregate(books, (state) => state.rows, {
      ...sum,
      by: () => 1,
      equal: (a, b) => Math.abs(a - b) < 10,
    })
    store.dispatch(put('a', 5))
    const before = store.get(rounded)
    store.dispatch(put('b', 1))
    expect(store.get(rounded)).toBe(before)
    store.dispatch(put('c', 100))
    expect(store.get(rounded).get(1)).toBe(106)
  })

  it('[AGG-6] throws what its functions throw, and goes on where it was', () => {
    const fragile = createAggregate(books, (state) => state.rows, {
      ...sum,
      add: (before, row) => {
        if (row.note === 'x') throw new Error('unreadable')
        return before + row.minor
      },
      by: ({ account }) => account,
    })
    const store = openBooks()
    store.dispatch([put('a', 1), put('b', 2)])
    const told = vi.fn()
    store.watch(fragile, told)
    store.dispatch([put('a', 10), put('c', 5, 'food', 'x')])
    expect(() => store.get(fragile)).toThrow('unreadable')
    store.dispatch(put('c', 5, 'food'))
    expect([...store.get(fragile)]).toEqual([
      ['food', 5],
      ['rent', 12],
    ])
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('[AGG-6] refuses a group that cannot be a key', () => {
    const broken = createAggregate(books, (state) => state.rows, { ...sum, by: () => Number.NaN })
    const store = openBooks()
    expect(store.get(broken).size).toBe(0)
    store.dispatch(put('a', 1))
    expect(() => store.get(broken)).toThrow('(table/bad-key)')
  })

  it('[AGG-7] reports once, in development, that `remove` does not take back what `add` did', () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    const largest = createAggregate(books, (state) => state.rows, {
      initial: 0,
      add: (before, { minor }) => Math.max(before, minor),
      remove: (before) => before,
    })
    const store = openBooks()
    store.watch(largest, () => {})
    store.watch(total, () => {})
    for (let n = 0; n < 200; n++) store.dispatch(put('a', 200 - n))
    expect(store.get(largest)).toBe(200)
    expect(printed.mock.calls.map(([error]) => String(error))).toEqual([
      expect.stringMatching(
        /^PlayheadError: An aggregate has come to 200, where a sum of all rows gives \d+: `remove` does not take back what `add` did\..*\(selector\/aggregate-drifted\)$/,
      ),
    ])
    printed.mockRestore()
  })
})
