// #region setup
import {
  action,
  createActions,
  createAggregate,
  createDerivedTable,
  createSelectorFamily,
  createSlice,
  createStore,
  table,
} from '@playhead/core'

interface Entry {
  readonly category: string
  readonly minor: number
}

export const entries = createActions('entries', {
  booked: action<readonly (readonly [id: string, entry: Entry])[]>(),
  recategorised: action<{ from: string; to: string }>(),
  dropped: action<{ below: number }>(),
})

export const book = createSlice('book', { entries: table<string, Entry>() }, (on) => [
  on(entries.booked, (state, { payload }) => state.entries.setAll(payload)),
  on(entries.recategorised, (state, { payload: { from, to } }) =>
    state.entries.mapAll((entry) => (entry.category === from ? { ...entry, category: to } : entry)),
  ),
  on(entries.dropped, (state, { payload }) =>
    state.entries.deleteWhere(({ minor }) => Math.abs(minor) < payload.below),
  ),
])
// #endregion

// #region aggregate
export const total = createAggregate(book, (state) => state.entries, {
  initial: 0,
  add: (sum, { minor }) => sum + minor,
  remove: (sum, { minor }) => sum - minor,
})

export const totals = createAggregate(book, (state) => state.entries, {
  by: ({ category }) => category,
  initial: 0,
  add: (sum, { minor }) => sum + minor,
  remove: (sum, { minor }) => sum - minor,
})
export const totalOf = createSelectorFamily(totals, (sums, category: string) => sums.get(category) ?? 0)
// #endregion

// #region derived
export const spending = createDerivedTable(book, (state) => state.entries, {
  where: ({ minor }) => minor < 0,
  order: (a, b) => a.minor - b.minor,
})
export const visible = createSelectorFamily(spending, (rows, first: number, count: number) =>
  rows.slice(first, first + count),
)
// #endregion

// #region use
const store = createStore({ slices: [book] })
store.dispatch(
  entries.booked([
    ['e1', { category: 'rent', minor: -95_000 }],
    ['e2', { category: 'salary', minor: 310_000 }],
    ['e3', { category: 'food', minor: -4_200 }],
    ['e4', { category: 'lunch', minor: -1_100 }],
  ]),
)
store.dispatch(entries.recategorised({ from: 'lunch', to: 'food' }))

console.log(store.get(total), store.get(totalOf('food'))) // → 209700 -5300
console.log([...store.get(totals).keys()].join()) // → food,rent,salary
console.log(store.get(spending).at(0)?.[0], store.get(spending).indexOf('e4')) // → e1 2
const ids = store.get(visible(1, 2)).map(([id]) => id)
console.log(ids.join()) // → e3,e4
// #endregion
