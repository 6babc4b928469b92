import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { DerivedTable, Selector, Store } from '../index.ts'
import { createAggregate, createDerivedTable, createSelector, createSelectorFamily, table } from '../index.ts'
import type { Booking } from './derived.fixtures.ts'
import { afresh, anySteps, bookings, books, openBooks, take } from './derived.fixtures.ts'

const put = (id: string, minor: number, account = 'rent', note = '') =>
  bookings.put({ id, booking: { account, minor, note } })
const byMinor = (a: Booking, b: Booking) => a.minor - b.minor

interface Model {
  readonly name: string
  readonly selector: Selector<DerivedTable<string, Booking>>
  readonly expected: (store: Store) => readonly (readonly [string, Booking])[]
}

const rowsOf = (store: Store, which: 'rows' | 'sorted' = 'rows') => [...store.get(books)[which]]

const sorted = createDerivedTable(books, (state) => state.rows, { order: byMinor })
const positive = createDerivedTable(books, (state) => state.rows, { where: ({ minor }) => minor > 0 })
const models: readonly Model[] = [
  {
    name: 'all rows, sorted',
    selector: sorted,
    expected: (store) => rowsOf(store).toSorted(([, a], [, b]) => byMinor(a, b)),
  },
  {
    name: 'some rows, as they are',
    selector: positive,
    expected: (store) => rowsOf(store).filter(([, { minor }]) => minor > 0),
  },
  {
    name: 'some rows, sorted, the first three',
    selector: createDerivedTable(books, (state) => state.rows, {
      where: ({ account }) => account !== 'food',
      order: (a, b) => b.minor - a.minor,
      limit: 3,
    }),
    expected: (store) =>
      rowsOf(store)
        .filter(([, { account }]) => account !== 'food')
        .toSorted(([, a], [, b]) => b.minor - a.minor)
        .slice(0, 3),
  },
  {
    name: 'a table with an order of its own, by key',
    selector: createDerivedTable(books, (state) => state.sorted, { where: (_, key) => !key.endsWith('1') }),
    expected: (store) => rowsOf(store, 'sorted').filter(([key]) => !key.endsWith('1')),
  },
  {
    name: 'a derived table, derived again',
    selector: createDerivedTable(sorted, {
      where: ({ note }) => note === '',
      order: (a, b) => a.account.localeCompare(b.account),
    }),
    expected: (store) =>
      rowsOf(store)
        .toSorted(([, a], [, b]) => byMinor(a, b))
        .filter(([, { note }]) => note === '')
        .toSorted(([, a], [, b]) => a.account.localeCompare(b.account)),
  },
  {
    name: 'all rows',
    selector: createDerivedTable(books, (state) => state.rows),
    expected: (store) => rowsOf(store),
  },
]

describe('a derived table', () => {
  it.each(models)(
    '[DER-1] [DER-2] of $name is what a filter and a stable sort of all rows give, whatever happens',
    async ({ selector, expected }) => {
      await fc.assert(
        fc.asyncProperty(anySteps, fc.nat(), async (steps, seed) => {
          let store = openBooks()
          store.watch(selector, () => {})
          for (const step of steps) {
            store = await take(store, step)
            const derived = store.get(selector)
            const entries = expected(store)
            expect([...derived]).toEqual(entries)
            expect(derived.size).toBe(entries.length)
            expect(derived.slice()).toEqual(entries)
            expect([...afresh(store, selector)]).toEqual(entries)
            const at = seed % (entries.length + 1)
            expect(derived.at(at)).toEqual(entries[at])
            expect(derived.at(-at)).toEqual(entries.at(-at))
            expect(derived.slice(at, -1)).toEqual(entries.slice(at, -1))
            for (const [index, [key, row]] of entries.entries()) {
              expect(derived.indexOf(key)).toBe(index)
              expect(derived.get(key)).toEqual(row)
            }
          }
        }),
        { numRuns: 60 },
      )
    },
  )

  it('[DER-3] is the very one of before, and tells nobody, where none of its rows has changed', async () => {
    const store = openBooks()
    store.dispatch([put('a', 1), put('b', -1), put('c', 2)])
    const told = vi.fn()
    store.watch(positive, told)
    const before = store.get(positive)
    store.dispatch([put('d', -5), bookings.amended({ id: 'b', minor: -2 }), bookings.other('x')])
    store.dispatch(put('a', 1))
    await store.timeline.seek(2)
    expect(store.get(positive)).toBe(before)
    expect(told).not.toHaveBeenCalled()
    store.dispatch(put('d', 5))
    store.timeline.live()
    expect(told).toHaveBeenCalledTimes(1)
    expect([...before.keys()]).toEqual(['a', 'c'])
  })

  it('[DER-3] follows what happened while nothing had changed for it', () => {
    const store = openBooks()
    store.dispatch([put('a', 1), put('b', -1)])
    const before = store.get(positive)
    for (let n = 0; n < 40; n++) store.dispatch(put(`n${n}`, -1))
    store.dispatch(bookings.dropped('n7'))
    expect(store.get(positive)).toBe(before)
    store.dispatch([bookings.amended({ id: 'n3', minor: 4 }), bookings.amended({ id: 'a', minor: 0 })])
    expect([...store.get(positive)]).toEqual([['n3', { account: 'rent', minor: 4, note: '' }]])
  })

  it('[DER-4] asks for the rows that have changed, and for no others', () => {
    const where = vi.fn(({ minor }: Booking) => minor >= 0)
    const order = vi.fn(byMinor)
    const selector = createDerivedTable(books, (state) => state.rows, { where, order })
    const store = openBooks()
    store.dispatch(Array.from({ length: 1_000 }, (_, n) => put(`k${n}`, n)))
    store.get(selector)
    expect(where).toHaveBeenCalledTimes(1_000)
    where.mockClear()
    order.mockClear()
    store.dispatch(bookings.amended({ id: 'k500', minor: 7 }))
    expect(store.get(selector).indexOf('k500')).toBe(8)
    expect(where).toHaveBeenCalledTimes(1)
    expect(order.mock.calls.length).toBeLessThan(60)
  })

  it('[DER-4] shares what has not changed with the version before', () => {
    const store = openBooks()
    store.dispatch(Array.from({ length: 3_000 }, (_, n) => put(`k${n}`, n)))
    const before = store.get(positive)
    store.dispatch(bookings.amended({ id: 'k1500', minor: 1 }))
    expect([...store.get(positive).diff(before)]).toHaveLength(1)
    expect(before.get('k1500')?.minor).toBe(1_500)
  })

  it('[DER-5] is read by row: who reads one is told of that one', () => {
    const store = openBooks()
    store.dispatch([put('a', 1), put('b', 2)])
    const minorOf = createSelectorFamily(positive, (rows, id: string) => rows.get(id)?.minor)
    const runs = vi.fn()
    const told = vi.fn()
    const a = createSelector(positive, (rows) => {
      runs()
      return rows.get('a')?.minor
    })
    store.watch(a, told)
    store.watch(minorOf('b'), () => {})
    runs.mockClear()
    store.dispatch([bookings.amended({ id: 'b', minor: 3 }), put('c', 1)])
    expect(runs).not.toHaveBeenCalled()
    store.dispatch(bookings.amended({ id: 'a', minor: -3 }))
    expect(store.get(a)).toBeUndefined()
    store.dispatch(bookings.amended({ id: 'a', minor: 3 }))
    expect(store.get(a)).toBe(3)
    expect(told).toHaveBeenCalledTimes(2)
    expect(store.get(minorOf('b'))).toBe(3)
  })

  it('[DER-5] tells who reads places, a walk or the size of every change', () => {
    const store = openBooks()
    store.dispatch([put('a', 1), put('b', 2)])
    const readers: readonly Selector<unknown>[] = [
      createSelector(sorted, (rows) => rows.at(0)?.[0]),
      createSelector(sorted, (rows) =>
        rows
          .slice(0, 1)
          .map(([id]) => id)
          .join(),
      ),
      createSelector(sorted, (rows) => rows.indexOf('b')),
      createSelector(sorted, (rows) => [...rows.keys()].join()),
    ]
    const told = readers.map((reader) => {
      const listener = vi.fn()
      store.watch(reader, listener)
      return listener
    })
    store.dispatch(put('c', 0))
    expect(readers.map((reader) => store.get(reader))).toEqual(['c', 'c', 2, 'c,a,b'])
    for (const listener of told) expect(listener).toHaveBeenCalledTimes(1)
  })

  it('[DER-6] throws what `where` or `order` throws, and goes on at the next change', () => {
    const fragile = createDerivedTable(books, (state) => state.rows, {
      where: ({ note }) => {
        if (note === 'x') throw new Error('unreadable')
        return true
      },
    })
    const store = openBooks()
    const told = vi.fn()
    store.dispatch(put('a', 1))
    store.watch(fragile, told)
    store.dispatch(put('b', 2, 'rent', 'x'))
    expect(() => store.get(fragile)).toThrow('unreadable')
    store.dispatch([put('b', 3), put('c', 4)])
    expect([...store.get(fragile).keys()]).toEqual(['a', 'b', 'c'])
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('[DER-7] does not lose rows to an order that contradicts itself', () => {
    let calls = 0
    const careless = createDerivedTable(books, (state) => state.rows, { order: () => (calls++ % 3) - 1 })
    const store = openBooks()
    for (let n = 0; n < 200; n++) {
      store.dispatch(n % 3 === 2 ? bookings.dropped(`k${n - 2}`) : put(`k${n}`, n))
      expect([...store.get(careless).keys()].toSorted()).toEqual([...store.get(books).rows.keys()].toSorted())
    }
  })

  it('[DER-8] refuses a limit that is no number of rows, and what is no table', () => {
    expect(() => createDerivedTable(books, (state) => state.rows, { limit: -1 })).toThrow(
      'Cannot derive a table of the first -1 rows: `limit` must be a whole number from 0. Leave it out to have them all. (selector/bad-limit)',
    )
    const store = openBooks()
    const untyped = createDerivedTable(books, (state) => state.other as never)
    expect(() => store.get(untyped)).toThrow('Cannot keep up with a string')
    expect(() => store.get(untyped)).toThrow('(selector/not-a-table)')
    const absent = createDerivedTable(books, () => undefined as never)
    expect(() => store.get(absent)).toThrow('Cannot keep up with undefined')
  })

  it('[DER-1] takes a limit of none, and one above the number of rows', () => {
    const store = openBooks()
    store.dispatch([put('a', 1), put('b', 2)])
    const none = createDerivedTable(books, (state) => state.rows, { limit: 0 })
    const more = createDerivedTable(books, (state) => state.rows, { limit: 5 })
    expect([store.get(none).size, store.get(none).at(0), store.get(more).size]).toEqual([0, undefined, 2])
  })

  it('[DER-1] is a table: aggregates and other selectors stand on it, and it can be stored', () => {
    const store = openBooks()
    store.dispatch([put('a', 1), put('b', -2), put('c', 3)])
    const total = createAggregate(positive, {
      initial: 0,
      add: (sum, { minor }) => sum + minor,
      remove: (sum, { minor }) => sum - minor,
    })
    expect(store.get(total)).toBe(4)
    store.dispatch(bookings.amended({ id: 'b', minor: 5 }))
    expect(store.get(total)).toBe(9)
    expect([...table({ rows: store.get(positive) as Iterable<[string, Booking]> }).keys()]).toEqual(['a', 'b', 'c'])
  })
})
