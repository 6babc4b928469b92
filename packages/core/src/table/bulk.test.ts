import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TableDraft } from '../index.ts'
import { action, createActions, createSlice, createStore, table } from '../index.ts'
import type { Branch, SlotNode } from './slotTrie.ts'
import type { Table } from './Table.ts'
import { versionOf } from './TableBase.ts'

interface Row {
  readonly n: number
  readonly tags?: readonly string[]
}

const bulk = createActions('bulk', { written: action() })

/** What a reducer makes of the rows. */
function write(rows: Table<string, Row>, recipe: (draft: TableDraft<string, Row>) => void): Table<string, Row> {
  const slice = createSlice('rows', rows, (on) => [
    on(bulk.written, (draft) => {
      recipe(draft)
    }),
  ])
  const store = createStore({ slices: [slice] })
  store.error$.subscribe()
  store.dispatch(bulk.written())
  return store.getState().rows
}

const numbered = (count: number) =>
  table({ rows: Array.from({ length: count }, (_, n) => [`k${n}`, { n }] as [string, Row]) })

describe('a draft of a table, for many rows at once', () => {
  it('[TBL-13] sets entries in their order, changes all rows, and deletes those that are chosen', () => {
    const rows = write(numbered(4), (draft) => {
      draft.setAll([
        ['new', { n: 9 }],
        ['k1', { n: 10 }],
      ])
      draft.mapAll((row, key) => (key === 'k0' ? row : { n: row.n * 2 }))
      draft.updateAll((row, key) => {
        if (key === 'k2') return { n: -1 }
        row.n++
      })
      draft.deleteWhere((row, key) => row.n === 7 || key === 'k2')
    })
    expect([...rows]).toEqual([
      ['k0', { n: 1 }],
      ['k1', { n: 21 }],
      ['new', { n: 19 }],
    ])
  })

  it('[TBL-13] copies each node once for an update of all rows, and none where nothing differs', () => {
    const before = numbered(5_000)
    const nodes = nodesOf(versionOf(before).rows)
    const after = write(before, (draft) => {
      draft.mapAll(({ n }) => ({ n: n + 1 }))
      draft.updateAll((row) => {
        row.n++
      })
    })
    expect(nodesOf(versionOf(after).rows)).toHaveLength(nodes.length)
    expect(versionOf(after).index).toBe(versionOf(before).index)
    expect(write(before, (draft) => draft.mapAll((row) => row))).toBe(before)
    expect(write(before, (draft) => draft.updateAll(() => {}))).toBe(before)
    expect(write(before, (draft) => draft.deleteWhere(() => false))).toBe(before)
    const one = write(before, (draft) => draft.mapAll((row, key) => (key === 'k77' ? { n: -1 } : row)))
    expect(nodesOf(versionOf(one).rows).filter((node) => !nodes.includes(node))).toHaveLength(3)
  })

  it('[TBL-13] shares no node with a version that was given away before', () => {
    let between: readonly (readonly [string, Row])[] = []
    const rows = write(numbered(100), (draft) => {
      draft.mapAll(({ n }) => ({ n: n + 1 }))
      const walk = draft.entries()
      draft.mapAll(({ n }) => ({ n: n + 1 }))
      draft.set('k0', { n: 0 })
      between = [...walk]
    })
    expect(between.map(([, { n }]) => n)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
    expect(rows.get('k1')).toEqual({ n: 3 })
  })

  it('[TBL-13] keeps what was asked for a row from bringing back one that it deleted', () => {
    const rows = write(numbered(40), (draft) =>
      draft.mapAll(({ n }, key) => {
        if (n === 3) draft.delete(key)
        if (n === 4) draft.set('k5', { n: 500 })
        if (n === 6) draft.set('new', { n: 0 })
        return { n: n + 1 }
      }),
    )
    expect([rows.has('k3'), rows.get('k5'), rows.get('new'), rows.get('k39'), rows.size]).toEqual([
      false,
      { n: 6 },
      { n: 0 },
      { n: 40 },
      40,
    ])
  })

  it('[TBL-13] takes drafts in rows for what they are, and freezes rows in development', () => {
    const rows = write(table({ rows: [['a', { n: 1, tags: ['x'] }]] as [string, Row][] }), (draft) => {
      draft.update('a', (row) => {
        draft.setAll([['b', { n: 2, tags: row.tags ?? [] }]])
      })
      draft.mapAll((row) => ({ ...row, n: row.n + 1 }))
    })
    expect([...rows.values()]).toEqual([
      { n: 2, tags: ['x'] },
      { n: 3, tags: ['x'] },
    ])
    expect(Object.isFrozen(rows.get('b'))).toBe(true)
  })

  it('[TBL-13] leaves the table as it was where one of the functions throws', () => {
    const before = numbered(50)
    const slice = createSlice('rows', before, (on) => [
      on(bulk.written, (draft) =>
        draft.mapAll((row) => {
          if (row.n === 40) throw new Error('no')
          return { n: -1 }
        }),
      ),
    ])
    const store = createStore({ slices: [slice] })
    store.error$.subscribe()
    expect(() => store.dispatch(bulk.written())).toThrow('no')
    expect(store.getState().rows).toBe(before)
  })

  it('[TBL-13] gives what the same writes give one by one', () => {
    const key = fc.nat(90).map((n) => `k${n}`)
    const step = fc.oneof(
      fc.array(fc.tuple(key, fc.record({ n: fc.nat(9) })), { maxLength: 9 }).map((entries) => ({ entries })),
      fc.nat(4).map((by) => ({ map: by })),
      fc.nat(4).map((by) => ({ update: by })),
      fc.nat(9).map((n) => ({ delete: n })),
    )
    fc.assert(
      fc.property(fc.nat(80), fc.array(step, { maxLength: 8 }), (size, steps) => {
        let model = new Map<string, Row>()
        const rows = write(numbered(size), (draft) => {
          model = new Map([...numbered(size)])
          for (const each of steps) {
            if ('entries' in each) {
              for (const [id, row] of each.entries) model.set(id, row)
              draft.setAll(each.entries)
            } else if ('delete' in each) {
              for (const [id, { n }] of model) if (n === each.delete) model.delete(id)
              draft.deleteWhere(({ n }) => n === each.delete)
            } else {
              const by = 'map' in each ? each.map : each.update
              for (const [id, { n }] of model) if (n % 3 === 0) model.set(id, { n: n + by })
              if ('map' in each) draft.mapAll((row) => (row.n % 3 === 0 ? { n: row.n + by } : row))
              else
                draft.updateAll((row) => {
                  if (row.n % 3 === 0) row.n += by
                })
            }
            expect([...draft]).toEqual([...model])
          }
        })
        expect([...rows]).toEqual([...model])
      }),
    )
  })
})

function nodesOf(node: SlotNode | undefined): SlotNode[] {
  if (node === undefined) return []
  return [node, ...((node as Partial<Branch>).children ?? []).flatMap(nodesOf)]
}
