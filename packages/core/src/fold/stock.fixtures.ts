import fc from 'fast-check'
import { action, createActions, createRecords, createSlice, table } from '../index.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { compileFold } from './compileFold.ts'
import type { Fold } from './Fold.ts'

export const stock = createActions('stock', {
  put: action<{ id: string; amount: number }>(),
  taken: action<{ id: string; amount: number }>(),
  dropped: action<{ id: string }>(),
  named: action<string>(),
  ignored: action(),
})

const rows = createSlice('rows', { byId: table<string, { id: string; amount: number }>() }, (on) => [
  on(stock.put, (state, { payload }) => state.byId.set(payload.id, payload)),
  on(stock.taken, (state, { payload }) =>
    state.byId.update(payload.id, (row) => {
      row.amount -= payload.amount
    }),
  ),
  on(stock.dropped, (state, { payload }) => state.byId.delete(payload.id)),
])
const name = createSlice('name', '', (on) => [on(stock.named, (_, { payload }) => payload)])
const count = createSlice('count', { all: 0 }, (on) => [
  on([stock.put, stock.taken, stock.dropped], (state) => {
    state.all++
  }),
])

export const stockSlices = [rows, name, count] as const
export const stockFold = () => compileFold(stockSlices)

const anyId = fc.constantFrom('a', 'b', 'c', 'd')
const anyPut = fc.record({ id: anyId, amount: fc.nat(9) })
/** Takings of what is not there throw: those records are quarantined in their slice. */
export const anyStockAction = fc.oneof(
  anyPut.map((payload) => stock.put(payload)),
  anyPut.map((payload) => stock.taken(payload)),
  anyId.map((id) => stock.dropped({ id })),
  fc.constantFrom('x', 'y', 'z').map((text) => stock.named(text)),
  fc.constant(stock.ignored()),
)

export type StockAction = ReturnType<(typeof stock)[keyof typeof stock]>

export const recordsOf = (actions: readonly StockAction[]): PlacedRecord[] => [
  ...createRecords(
    actions.map((each, time) => ({ time, action: each })),
    { client: 'c', random: () => 0 },
  ),
]

/** So many records, of which each changes something. */
export const manyPuts = (count: number): PlacedRecord[] =>
  recordsOf(Array.from({ length: count }, (_, i) => stock.put({ id: `row ${i % 50}`, amount: i })))

/** The same fold, which counts its steps in every slice that it folds. */
export function counted(fold: Fold, steps = { count: 0 }): { readonly fold: Fold; readonly steps: { count: number } } {
  const counting: Fold = {
    ...fold,
    step(state, record, failed) {
      steps.count++
      return fold.step(state, record, failed)
    },
    only: (slices) => counted(fold.only(slices), steps).fold,
  }
  return { fold: counting, steps }
}
