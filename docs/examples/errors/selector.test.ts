import {
  action,
  createActions,
  createAggregate,
  createDerivedTable,
  createSelector,
  createSlice,
  createStore,
  table,
} from '@playhead/core'
import { describe, expect, it, vi } from 'vitest'

interface Entry {
  readonly minor: number
}
const counting = { initial: 0, add: (count: number) => count + 1, remove: (count: number) => count - 1 }
const entries = createActions('entries', { booked: action<{ id: string; minor: number }>() })
const book = createSlice('book', { entries: table<string, Entry>(), notes: [] as string[] }, (on) => [
  on(entries.booked, (state, { payload: { id, minor } }) => state.entries.set(id, { minor })),
])

describe('selector/aggregate-drifted', () => {
  it('is printed once when `remove` does not take back what `add` did', () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    // #region aggregate-drifted
    const largest = createAggregate(book, (state) => state.entries, {
      initial: 0,
      add: (max, { minor }) => Math.max(max, minor),
      remove: (max) => max, // the largest row went: the second largest is not known
    })
    // #endregion
    // #region aggregate-drifted-mended
    const byMinor = createDerivedTable(book, (state) => state.entries, { order: (a, b) => b.minor - a.minor })
    // … and `store.get(byMinor).at(0)`
    // #endregion
    const store = createStore({ slices: [book] })
    store.watch(largest, () => {})
    for (let minor = 100; minor > 0; minor--) store.dispatch(entries.booked({ id: 'a', minor }))
    expect(printed.mock.calls.map(([error]) => String(error))).toEqual([
      expect.stringContaining('(selector/aggregate-drifted)'),
    ])
    expect(store.get(byMinor).at(0)).toEqual(['a', { minor: 1 }])
    printed.mockRestore()
  })
})

describe('selector/bad-limit', () => {
  it('is thrown for a limit that is no number of rows', () => {
    expect(() => {
      // #region bad-limit
      createDerivedTable(book, (state) => state.entries, { limit: Number('10 rows') })
      // #endregion
    }).toThrow('(selector/bad-limit)')
    // #region bad-limit-mended
    createDerivedTable(book, (state) => state.entries, { limit: 10 })
    // #endregion
  })
})

describe('selector/not-a-table', () => {
  it('is thrown when an array is to be followed', () => {
    const store = createStore({ slices: [book] })
    const notes = createSelector(book, (state) => state.notes)
    // #region not-a-table
    const count = createAggregate(notes as never, counting) // `notes` is an array
    // #endregion
    expect(() => store.get(count)).toThrow('Cannot keep up with an array')
  })
})
