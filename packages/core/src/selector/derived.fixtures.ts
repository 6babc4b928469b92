import fc from 'fast-check'
import type { Dispatchable, Selector, Store, Table } from '../index.ts'
import { action, createActions, createSlice, createStore, table } from '../index.ts'

export interface Booking {
  readonly account: string
  readonly minor: number
  readonly note: string
}

export const bookings = createActions('bookings', {
  put: action<{ id: string; booking: Booking }>(),
  amended: action<{ id: string; minor: number }>(),
  dropped: action<string>(),
  reinserted: action<string>(),
  cleared: action(),
  allRaised: action<number>(),
  other: action<string>(),
})

interface BooksState {
  readonly rows: Table<string, Booking>
  readonly sorted: Table<string, Booking>
  readonly other: string
}
const initial: BooksState = { rows: table(), sorted: table({ order: (a, b) => a.minor - b.minor }), other: '' }

/** The same rows twice: in order of insertion, and sorted by amount. */
export const books = createSlice('books', initial, (on) => [
  on(bookings.put, ({ rows, sorted }, { payload: { id, booking } }) => {
    rows.set(id, booking)
    sorted.set(id, booking)
  }),
  on(bookings.amended, ({ rows, sorted }, { payload: { id, minor } }) => {
    for (const each of [rows, sorted]) {
      if (each.has(id))
        each.update(id, (row) => {
          row.minor = minor
        })
    }
  }),
  on(bookings.dropped, ({ rows, sorted }, { payload }) => {
    rows.delete(payload)
    sorted.delete(payload)
  }),
  on(bookings.reinserted, ({ rows, sorted }, { payload }) => {
    for (const each of [rows, sorted]) {
      const row = each.get(payload)
      if (row === undefined) continue
      each.delete(payload)
      each.set(payload, row)
    }
  }),
  on(bookings.cleared, ({ rows, sorted }) => {
    rows.clear()
    sorted.clear()
  }),
  on(bookings.allRaised, ({ rows, sorted }, { payload }) => {
    for (const each of [rows, sorted])
      for (const [id, row] of each) each.set(id, { ...row, minor: (row.minor + payload) % 7 })
  }),
  on(bookings.other, (state, { payload }) => {
    state.other = payload
  }),
])

export const openBooks = () => createStore({ slices: [books] })

const id = fc.integer({ min: 0, max: 12 }).map((n) => `b${n}`)
const booking = fc.record({
  account: fc.constantFrom('rent', 'food', 'salary'),
  minor: fc.integer({ min: -3, max: 6 }),
  note: fc.constantFrom('', 'x'),
})

const anyAction = fc.oneof(
  { weight: 6, arbitrary: fc.record({ id, booking }).map((payload) => bookings.put(payload)) },
  {
    weight: 3,
    arbitrary: fc.record({ id, minor: fc.integer({ min: -3, max: 6 }) }).map((payload) => bookings.amended(payload)),
  },
  { weight: 2, arbitrary: id.map((each) => bookings.dropped(each)) },
  { weight: 2, arbitrary: id.map((each) => bookings.reinserted(each)) },
  { weight: 1, arbitrary: fc.constant(bookings.cleared()) },
  { weight: 1, arbitrary: fc.nat(5).map((by) => bookings.allRaised(by)) },
  { weight: 1, arbitrary: fc.constantFrom('', 'x').map((text) => bookings.other(text)) },
)

/** More rows than one node of anything holds. */
const many = fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 300 }), fc.nat(6)).map(([first, count, minor]) =>
  Array.from({ length: count }, (_, i) =>
    i % 9 === 8
      ? bookings.dropped(`m${(first + i * 7) % 400}`)
      : bookings.put({
          id: `m${(first + i) % 400}`,
          booking: { account: `a${i % 5}`, minor: (i * minor) % 11, note: '' },
        }),
  ),
)

export type Step =
  | { readonly kind: 'dispatch'; readonly actions: readonly Dispatchable[] }
  | { readonly kind: 'seek'; readonly to: number }
  | { readonly kind: 'live' }
  | { readonly kind: 'fork'; readonly at: number }

/** What happens to a store: dispatches, batches, moves of the playhead, and forks on which it goes on. */
export const anySteps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: anyAction.map((each): Step => ({ kind: 'dispatch', actions: [each] })) },
    {
      weight: 2,
      arbitrary: fc.array(anyAction, { maxLength: 8 }).map((actions): Step => ({ kind: 'dispatch', actions })),
    },
    { weight: 1, arbitrary: many.map((actions): Step => ({ kind: 'dispatch', actions })) },
    { weight: 3, arbitrary: fc.nat().map((to): Step => ({ kind: 'seek', to })) },
    { weight: 2, arbitrary: fc.constant<Step>({ kind: 'live' }) },
    { weight: 1, arbitrary: fc.nat().map((at): Step => ({ kind: 'fork', at })) },
  ),
  { maxLength: 25 },
)

/** Takes a step, and gives the store that the next one is taken on: the branch, after a fork. */
export async function take<S extends Store>(store: S, step: Step): Promise<S> {
  const { head } = store.timeline.playhead
  if (step.kind === 'dispatch') store.dispatch(step.actions)
  else if (step.kind === 'live') store.timeline.live()
  else if (step.kind === 'seek') await store.timeline.seek((step.to % (head + 2)) - 1)
  else return store.timeline.fork({ at: (step.at % (head + 2)) - 1 }) as S
  return store
}

/** A selector's value in a view that has no memory. */
export const afresh = <T>(store: Store, selector: Selector<T>): T =>
  store.at(store.timeline.playhead.offset).get(selector)
