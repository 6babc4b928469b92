import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateHash } from '../codec/stateHash.ts'
import { action, createActions, createRecords, createSlice, table } from '../index.ts'
import { countingMeter } from '../work/countingMeter.ts'
import { compileFold } from './compileFold.ts'
import { FoldedLog } from './FoldedLog.ts'

const stock = createActions('fold', {
  put: action<{ id: string; amount: number }>(),
  taken: action<{ id: string; amount: number }>(),
  dropped: action<{ id: string }>(),
  ignored: action(),
})
const rows = createSlice('rows', { items: table<string, { amount: number }>(), moves: 0 }, (on) => [
  on(stock.put, (state, { payload }) => {
    state.items.set(payload.id, { amount: payload.amount })
    state.moves++
  }),
  // Throws where there is no such row: the record is quarantined.
  on(stock.taken, (state, { payload }) => {
    state.items.update(payload.id, (row) => {
      row.amount -= payload.amount
    })
    state.moves++
  }),
  on(stock.dropped, (state, { payload }) => state.items.delete(payload.id)),
])
const count = createSlice('count', 0, (on) => [on([stock.put, stock.taken, stock.dropped], (n) => n + 1)])

const anyAction = fc.oneof(
  fc.record({ id: fc.constantFrom('a', 'b', 'c'), amount: fc.nat(9) }).map((payload) => stock.put(payload)),
  fc.record({ id: fc.constantFrom('a', 'b', 'c'), amount: fc.nat(9) }).map((payload) => stock.taken(payload)),
  fc.constantFrom('a', 'b', 'c').map((id) => stock.dropped({ id })),
  fc.constant(stock.ignored()),
)
const anyLog = fc.array(anyAction, { maxLength: 200 }).map((actions) =>
  createRecords(
    actions.map((each, time) => ({ time, action: each })),
    { client: 'c', random: () => 0 },
  ),
)

describe('fold', () => {
  it('[FLD-1] from a checkpoint and the tail is the fold of all, wherever checkpoints stand', () => {
    fc.assert(
      fc.property(
        anyLog,
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        (records, spacing, asked) => {
          const fold = compileFold([rows, count])
          const log = new FoldedLog(fold, { meter: countingMeter(2 / spacing) })
          log.pushFolding(records)
          for (const ask of [...asked, records.length]) {
            const offset = (ask % (records.length + 1)) - 1
            const whole = records.slice(0, offset + 1).reduce((state, record) => fold.step(state, record), fold.initial)
            expect(stateHash(log.stateAt(offset))).toBe(stateHash(whole))
          }
        },
      ),
    )
  })

  it('[FLD-1] in pieces is the fold in one go', () => {
    fc.assert(
      fc.property(
        anyLog,
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 10 }),
        (records, sizes) => {
          const fold = compileFold([rows, count])
          const pieces = new FoldedLog(fold, { meter: countingMeter(2 / 7) })
          for (let from = 0, i = 0; from < records.length; i++) {
            const size = sizes[i % sizes.length] as number
            pieces.pushFolding(records.slice(from, from + size))
            from += size
          }
          const whole = new FoldedLog(fold)
          expect(stateHash(pieces.stateAt(pieces.head))).toBe(stateHash(whole.pushFolding(records)))
        },
      ),
    )
  })

  it('[FLD-3] keeps a record out of the slice that threw, and folds it in the others', () => {
    const fold = compileFold([rows, count])
    const [taken] = createRecords([{ time: 1, action: stock.taken({ id: 'none', amount: 1 }) }], {
      client: 'c',
      random: () => 0,
    })
    const failures: string[] = []
    const state = fold.step(fold.initial, taken as never, ({ slice }) => failures.push(slice))
    expect(state).toEqual({ ...fold.initial, count: 1 })
    expect(state.rows).toBe(fold.initial.rows)
    expect(failures).toEqual(['rows'])
  })

  it('[FLD-4] gives the same object where nothing has changed', () => {
    const fold = compileFold([rows, count])
    const [ignored, dropped] = createRecords(
      [stock.ignored(), stock.dropped({ id: 'a' })].map((each) => ({ time: 1, action: each })),
      {
        client: 'c',
        random: () => 0,
      },
    )
    expect(fold.step(fold.initial, ignored as never)).toBe(fold.initial)
    expect(fold.step(fold.initial, dropped as never).rows).toBe(fold.initial.rows)
  })

  it('[FLD-5] refuses two slices of one name, and two cases for one type', () => {
    expect(() => compileFold([count, count])).toThrow('Two slices are called "count"')
    const twice = createSlice('twice', 0, (on) => [on(stock.put, (n) => n + 1), on([stock.put], (n) => n - 1)])
    expect(() => compileFold([twice])).toThrow('(slice/duplicate-case)')
  })

  it('[FLD-6] calls the cases of a slice when a store takes it, so that slice files may import each other', () => {
    let calls = 0
    const lazy = createSlice('lazy', 0, (on) => {
      calls++
      return [on(stock.put, (n) => n + 1)]
    })
    expect(calls).toBe(0)
    compileFold([lazy])
    expect(calls).toBe(1)
  })
})
