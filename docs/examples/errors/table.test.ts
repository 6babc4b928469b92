import type { Table } from '@playhead/core'
import { action, createActions, createSlice, createStore, table } from '@playhead/core'
import { describe, expect, it } from 'vitest'

const bank = createActions('bank', { opened: action<string>(), paid: action<{ id: string; minor: number }>() })

describe('table/no-row', () => {
  it('is thrown by an update of a row that is not there', () => {
    // #region no-row
    const balances = createSlice('balances', table<string, number>(), (on) => [
      on(bank.paid, (rows, { payload }) => rows.update(payload.id, (minor) => minor + payload.minor)),
    ])
    // #endregion
    const store = createStore({ slices: [balances] })
    store.error$.subscribe()
    expect(() => store.dispatch(bank.paid({ id: 'a', minor: 1 }))).toThrow('(table/no-row)')
  })

  it('is mended by set, or by asking has', () => {
    // #region no-row-mended
    const balances = createSlice('balances', table<string, number>(), (on) => [
      on(bank.opened, (rows, { payload }) => rows.set(payload, 0)),
      on(bank.paid, (rows, { payload }) => {
        if (rows.has(payload.id)) rows.update(payload.id, (minor) => minor + payload.minor)
      }),
    ])
    // #endregion
    const store = createStore({ slices: [balances] })
    store.dispatch([bank.opened('a'), bank.paid({ id: 'a', minor: 1 }), bank.paid({ id: 'b', minor: 1 })])
    expect(store.get(balances).get('a')).toBe(1)
  })
})

describe('table/bad-key', () => {
  it('is thrown for a key that is neither a string nor a number', () => {
    expect(() => {
      // #region bad-key
      table({ rows: [[Number('7 '.concat('a')), 'Ann']] }) // the key is NaN
      // #endregion
    }).toThrow('(table/bad-key)')
    // #region bad-key-mended
    table({ rows: [['7a', 'Ann']] })
    // #endregion
  })
})

describe('table/not-a-table', () => {
  it('is thrown by a comparison with what only looks like a table', () => {
    const now = table<string, number>({ rows: [['a', 1]] })
    const saved: unknown = JSON.parse(JSON.stringify({ before: now })).before
    expect(() => {
      // #region not-a-table
      now.diff(saved as Table<string, number>) // `saved` went through JSON
      // #endregion
    }).toThrow('(table/not-a-table)')
    // #region not-a-table-mended
    now.diff(table({ rows: saved as [string, number][] }))
    // #endregion
  })
})
