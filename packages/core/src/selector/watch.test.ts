import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Selector, Table } from '../index.ts'
import {
  action,
  createActions,
  createSelector,
  createSelectorFamily,
  createSlice,
  createStore,
  table,
} from '../index.ts'

interface Row {
  readonly n: number
  readonly tags: readonly string[]
}
interface StockState {
  readonly rows: Table<string, Row>
  readonly other: Table<string, Row>
  readonly filter: string
  readonly list: readonly number[]
}
const initial: StockState = { rows: table(), other: table(), filter: '', list: [] }

const stock = createActions('watch', {
  put: action<{ id: string; n: number }>(),
  putOther: action<{ id: string; n: number }>(),
  dropped: action<string>(),
  filtered: action<string>(),
  pushed: action<number>(),
  nothing: action(),
})
const slice = createSlice('stock', initial, (on) => [
  on(stock.put, (state, { payload: { id, n } }) => state.rows.set(id, { n, tags: [] })),
  on(stock.putOther, (state, { payload: { id, n } }) => state.other.set(id, { n, tags: [] })),
  on(stock.dropped, (state, { payload }) => state.rows.delete(payload)),
  on(stock.filtered, (state, { payload }) => {
    state.filter = payload
  }),
  on(stock.pushed, (state, { payload }) => {
    state.list.push(payload)
  }),
])
const rowsOnly = createSlice('rowsOnly', table<string, number>(), (on) => [
  on(stock.put, (rows, { payload: { id, n } }) => rows.set(id, n)),
  on(stock.dropped, (rows, { payload }) => rows.delete(payload)),
])

const nOf = createSelectorFamily(slice, (state, id: string) => state.rows.get(id)?.n)
const open = () => createStore({ slices: [slice, rowsOnly] })

describe('a watched selector', () => {
  it('[SEL-9] is told although another one that is watched had asked for its value first', () => {
    const store = open()
    const ids = createSelector(
      createSelector(slice, (state) => state.rows),
      (rows) => [...rows.keys()],
    )
    // Reads the table by itself, too: so it may run before the one that it depends on.
    const sum = createSelector([ids, slice], (all, state) => all.reduce((n, id) => n + (state.rows.get(id)?.n ?? 0), 0))
    const sumTold = vi.fn()
    const idsTold = vi.fn()
    store.watch(sum, sumTold)
    store.watch(ids, idsTold)
    store.dispatch(stock.put({ id: 'a', n: 1 }))
    store.dispatch(stock.put({ id: 'b', n: 2 }))
    store.dispatch(stock.dropped('a'))
    expect(store.get(sum)).toBe(2)
    expect(sumTold).toHaveBeenCalledTimes(3)
    expect(idsTold).toHaveBeenCalledTimes(3)
  })

  it('[SEL-9] runs again only when a row that it read has changed', () => {
    const store = open()
    store.dispatch([stock.put({ id: 'a', n: 1 }), stock.put({ id: 'b', n: 2 })])
    const runs = vi.fn()
    const told = vi.fn()
    const a = createSelector(slice, (state) => {
      runs()
      return state.rows.get('a')?.n
    })
    store.watch(a, told)
    runs.mockClear()
    store.dispatch(stock.put({ id: 'b', n: 3 }))
    store.dispatch(stock.put({ id: 'c', n: 3 }))
    store.dispatch(stock.putOther({ id: 'a', n: 3 }))
    store.dispatch(stock.filtered('x'))
    expect(runs).not.toHaveBeenCalled()
    expect(told).not.toHaveBeenCalled()
    store.dispatch(stock.put({ id: 'a', n: 4 }))
    expect(runs).toHaveBeenCalledTimes(1)
    expect(told).toHaveBeenCalledTimes(1)
    expect(store.get(a)).toBe(4)
  })

  it('[SEL-9] is told of a row that comes or goes', () => {
    const store = open()
    const told = vi.fn()
    store.watch(nOf('a'), told)
    store.dispatch(stock.put({ id: 'a', n: 1 }))
    expect(store.get(nOf('a'))).toBe(1)
    store.dispatch(stock.dropped('a'))
    expect(store.get(nOf('a'))).toBeUndefined()
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('[SEL-9] reads of a slice that is a table itself are by row, too', () => {
    const store = open()
    const told = vi.fn()
    store.watch(
      createSelector(rowsOnly, (rows) => rows.get('a')),
      told,
    )
    store.dispatch(stock.put({ id: 'b', n: 1 }))
    expect(told).not.toHaveBeenCalled()
    store.dispatch(stock.put({ id: 'a', n: 1 }))
    expect(told).toHaveBeenCalledTimes(1)
  })

  it.each<[string, Selector<unknown>]>([
    ['counts the rows', createSelector(slice, (state) => state.rows.size)],
    ['walks through them', createSelector(slice, (state) => [...state.rows.values()].length)],
    ['hands the table on', createSelector(slice, (state) => state.rows)],
    ['hands it on in an object, having read a row', createSelector(slice, ({ rows }) => ({ rows, a: rows.get('a') }))],
    ['hands the slice on', createSelector(slice, (state) => state)],
    ['is the slice', slice],
    ['spreads the slice', createSelector(slice, (state) => ({ ...state }))],
    ['hands the slice on in an object', createSelector([slice, nOf('z')], (state, n) => ({ state, n }))],
    ['hands the slice on somewhere deeper', createSelector(slice, (state) => ({ deep: { state } }))],
    ['hands a table on somewhere deeper', createSelector(slice, ({ rows }) => ({ deep: { rows } }))],
    [
      'gives a function that reads later',
      createSelector(slice, ({ rows, filter }) => [filter, () => rows.size] as const),
    ],
    [
      'hands a table on deeper, having read a row',
      createSelector(slice, ({ rows }) => ({ a: rows.get('a'), deep: { rows } })),
    ],
    ['asks whether it has a field', createSelector(slice, (state) => ({ has: Object.hasOwn(state, 'rows') }))],
    ['looks a field up by name', createSelector(slice, (state) => ('rows' in state ? state : undefined))],
  ])('[SEL-10] that %s is told of every row', (_, selector) => {
    const store = open()
    const told = vi.fn()
    store.watch(selector, told)
    store.dispatch(stock.put({ id: 'new', n: 1 }))
    expect(told).toHaveBeenCalledTimes(1)
  })

  it('[SEL-10] gives the very slice or table that it hands on, and no stand-in', () => {
    const store = open()
    expect(store.get(createSelector(slice, (state) => state))).toBe(store.getState().stock)
    expect(store.get(createSelector(slice, (state) => ({ state }))).state).toBe(store.getState().stock)
    expect(store.get(createSelector(slice, (state) => state.rows))).toBe(store.getState().stock.rows)
  })

  it('[SEL-11] that reads other things in another run is told of those', () => {
    const store = open()
    const chosen = createSelector(slice, (state) => (state.filter === '' ? 0 : state.rows.get(state.filter)?.n))
    const told = vi.fn()
    store.watch(chosen, told)
    store.dispatch(stock.put({ id: 'a', n: 1 }))
    expect(told).not.toHaveBeenCalled()
    store.dispatch(stock.filtered('a'))
    store.dispatch(stock.put({ id: 'a', n: 2 }))
    expect(told).toHaveBeenCalledTimes(2)
    store.dispatch(stock.filtered(''))
    store.dispatch(stock.put({ id: 'a', n: 3 }))
    expect(told).toHaveBeenCalledTimes(3)
  })

  it('[SEL-12] that stands on others is told once, when all of them are up to date', () => {
    const store = open()
    const seen: unknown[] = []
    const both = createSelector([nOf('a'), nOf('b')], (a, b) => `${a} ${b}`)
    store.watch(both, () => seen.push(store.get(both)))
    store.dispatch([stock.put({ id: 'a', n: 1 }), stock.put({ id: 'b', n: 2 })])
    expect(seen).toEqual(['1 2'])
  })

  it('[SEL-12] is not told when what it stands on came out the same', () => {
    const store = open()
    const isMany = createSelector(
      createSelector(slice, (state) => state.rows.size),
      (size) => size > 1,
    )
    const told = vi.fn()
    store.watch(isMany, told)
    for (const id of ['a', 'b', 'c']) store.dispatch(stock.put({ id, n: 1 }))
    expect(told).toHaveBeenCalledTimes(1)
  })

  it('[SEL-13] is not told after a seek of rows that are equal by value', async () => {
    const store = open()
    for (let n = 0; n < 600; n++) store.dispatch(stock.put({ id: `r${n % 100}`, n: n % 100 }))
    const told = vi.fn()
    for (let n = 0; n < 100; n++) {
      store.watch(
        createSelector(slice, (state) => state.rows.get(`r${n}`)),
        told,
      )
    }
    await store.timeline.seek(400)
    expect(told).not.toHaveBeenCalled()
    await store.timeline.seek(49)
    expect(told).toHaveBeenCalledTimes(50)
  })

  it('[SEL-14] is not told any more once it is stopped, not even in the same move', () => {
    const store = open()
    const second = vi.fn()
    let stopSecond = () => {}
    store.watch(nOf('a'), () => stopSecond())
    stopSecond = store.watch(nOf('a'), second)
    store.dispatch(stock.put({ id: 'a', n: 1 }))
    store.dispatch(stock.put({ id: 'a', n: 2 }))
    expect(second).not.toHaveBeenCalled()
  })

  it('[SEL-14] that throws is told, and told again when it recovers', () => {
    const store = open()
    const fragile = createSelector(slice, (state) => {
      const row = state.rows.get('a')
      if (row?.n === 13) throw new Error('unlucky')
      return row?.n
    })
    const told = vi.fn()
    store.watch(fragile, told)
    store.dispatch(stock.put({ id: 'a', n: 13 }))
    expect(() => store.get(fragile)).toThrow('unlucky')
    store.dispatch(stock.put({ id: 'a', n: 14 }))
    expect(store.get(fragile)).toBe(14)
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('[SEL-9] is told exactly when its value has changed, whatever happens', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    const step = fc.oneof(
      fc.record({ id, n: fc.nat(3) }).map((payload) => stock.put(payload)),
      fc.record({ id, n: fc.nat(3) }).map((payload) => stock.putOther(payload)),
      id.map((each) => stock.dropped(each)),
      fc.constantFrom('', 'a', 'b').map((filter) => stock.filtered(filter)),
      fc.nat(3).map((n) => stock.pushed(n)),
      fc.constant(stock.nothing()),
      fc.nat().map((seek) => ({ seek })),
      fc.constant('live' as const),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const store = open()
        const selectors: readonly Selector<unknown>[] = [
          nOf('a'),
          nOf('b'),
          createSelector(slice, (state) => state.rows.get(state.filter)?.n),
          createSelector(slice, (state) => [...state.rows.keys()].join()),
          createSelector(slice, (state) => state.rows.size + state.list.length),
          createSelector(
            [nOf('a'), slice, rowsOnly],
            (n, state, rows) => `${n} ${state.other.get('b')?.n} ${rows.get('c')}`,
          ),
        ]
        const told = selectors.map(() => 0)
        const values = selectors.map((selector) => store.get(selector))
        selectors.forEach((selector, i) => {
          store.watch(selector, () => {
            told[i] = (told[i] as number) + 1
          })
        })
        for (const each of steps) {
          const before = [...told]
          if (each === 'live') store.timeline.live()
          else if ('seek' in each) await store.timeline.seek((each.seek % (store.timeline.playhead.head + 2)) - 1)
          else store.dispatch(each)
          // A view of its own has no memory: what it reads is what there is.
          const fresh =
            store.timeline.playhead.status === 'live'
              ? store.at(store.timeline.playhead.head)
              : store.at(store.timeline.playhead.offset)
          selectors.forEach((selector, i) => {
            const value = fresh.get(selector)
            expect(store.get(selector)).toEqual(value)
            expect((told[i] as number) - (before[i] as number)).toBe(Object.is(values[i], value) ? 0 : 1)
            values[i] = value
          })
        }
      }),
    )
  })
})
