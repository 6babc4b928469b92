import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createDerivedTable, createSlice, createStore, table } from '../index.ts'

const rows = () =>
  table({
    rows: [
      ['b', { n: 2 }],
      ['a', { n: 1 }],
    ] as [string, { n: number }][],
    order: (x, y) => x.n - y.n,
  })

describe('a table in a console', () => {
  it('[TBL-14] shows its rows in order, in Node', () => {
    expect(inspect(rows())).toBe("Table(2) { 'a' => { n: 1 }, 'b' => { n: 2 } }")
    expect(inspect({ ledger: { accounts: rows() } })).toContain("Table(2) { 'a' => { n: 1 }")
    expect(inspect(table())).toBe('Table(0) {}')
  })

  it('[TBL-14] has its rows in a getter that browsers show, and is written as entries in JSON', () => {
    const shown = rows() as unknown as { readonly rows: ReadonlyMap<string, unknown> }
    expect([...shown.rows]).toEqual([
      ['a', { n: 1 }],
      ['b', { n: 2 }],
    ])
    expect(Object.keys(shown)).toEqual([])
    expect(JSON.stringify(rows())).toBe('[["a",{"n":1}],["b",{"n":2}]]')
  })

  it('[TBL-14] is shown so when it was derived, too', () => {
    const slice = createSlice('rows', rows(), () => [])
    const first = createDerivedTable(slice, (state) => state, { limit: 1 })
    expect(inspect(createStore({ slices: [slice] }).get(first))).toBe("Table(1) { 'a' => { n: 1 } }")
  })
})
