import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyState } from '../codec/codec.fixtures.ts'
import { stateHash } from '../codec/stateHash.ts'
import { runOnDraft } from '../draft/runOnDraft.ts'
import type { Table, TableDraft } from '../index.ts'
import { table } from '../index.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import { versionOf } from '../table/TableBase.ts'
import { tableParts } from '../table/tableBlocks.ts'
import { finish } from '../work/finish.ts'
import { NotPacked } from './NotPacked.ts'
import { packState } from './packState.ts'
import { unpackState } from './unpackState.ts'

/** The state as another page gets it, and the blocks that were not known. */
function roundTrip(state: unknown, initial: unknown = undefined, known: ReadonlySet<string> = new Set()) {
  const blocks = new Map<string, Uint8Array>()
  const sink = {
    has: (name: string) => known.has(name) || blocks.has(name),
    add: (name: string, bytes: Uint8Array) => void blocks.set(name, bytes),
  }
  const packed = finish(packState({ name: 'test', version: 1, initial, state }, sink))
  return { blocks, unpack: (all = blocks) => unpackState(packed, initial, all) }
}

describe('a packed state', () => {
  it('[CPT-2] comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const back = roundTrip(state).unpack()
        expect(stateHash(back)).toBe(stateHash(state))
        // Once more, of what was read.
        expect(stateHash(roundTrip(back).unpack())).toBe(stateHash(state))
      }),
      { numRuns: 500 },
    )
  })

  it('[CPT-2] has its tables with their rows in their places, after any writes', () => {
    const anyWrite = fc.record({ key: fc.nat(60), keep: fc.boolean() })
    fc.assert(
      fc.property(fc.array(anyWrite, { maxLength: 200 }), fc.array(anyWrite, { maxLength: 40 }), (writes, more) => {
        const rows = written(table<number, { n: number }>(), writes)
        const back = roundTrip({ a: { rows } }).unpack() as { readonly a: { readonly rows: typeof rows } }
        expect([...back.a.rows]).toEqual([...rows])
        expect(versionOf(back.a.rows).nextSlot).toBe(versionOf(rows).nextSlot)
        expect([...written(back.a.rows, more)]).toEqual([...written(rows, more)])
        const places = (each: typeof rows) => [...tableParts(each).blocks.flatMap((block) => block.rows().slots)]
        expect(places(back.a.rows)).toEqual(places(rows))
      }),
    )
  })

  it('[CPT-2] gives tables the order that the initial state has', () => {
    const order = (a: { n: number }, b: { n: number }) => b.n - a.n
    const initial = { rows: table<string, { n: number }>({ order }) }
    const state = { rows: sorted(initial.rows) }
    const back = roundTrip(state, initial).unpack() as typeof state
    expect([...back.rows.keys()]).toEqual(['c', 'b', 'a'])
    expect([...written(back.rows as AnyTable, [{ key: 7, keep: true }]).keys()]).toEqual(['c', 'b', 'a', 7])
  })

  it('[CPT-9] refuses a table with an order that the initial state has not got', () => {
    const order = (a: { n: number }, b: { n: number }) => b.n - a.n
    const rows = sorted(table<string, { n: number }>({ order }))
    expect(() => roundTrip({ rows }, { rows: table() })).toThrow(NotPacked)
    expect(() => roundTrip({ all: table({ rows: [['x', { rows }]] }) })).toThrow(NotPacked)
  })

  it('[CPT-7] packs the blocks of rows that were written to, and no others', () => {
    const many = table<number, { n: number }>({ rows: Array.from({ length: 5_000 }, (_, n) => [n, { n }]) })
    const first = roundTrip({ many })
    const known = new Set(first.blocks.keys())
    expect(known.size).toBe(6)
    const changed = written(many, [{ key: 3_000, keep: true }])
    const second = roundTrip({ many: changed }, undefined, known)
    expect(second.blocks.size).toBe(1)
    const all = new Map([...first.blocks, ...second.blocks])
    expect(stateHash(second.unpack(all))).toBe(stateHash({ many: changed }))
    expect(roundTrip({ many }, undefined, known).blocks.size).toBe(0)
  })
})

function written<T extends AnyTable>(rows: T, writes: readonly { readonly key: number; readonly keep: boolean }[]): T {
  return runOnDraft(rows as object, (state) => {
    const draft = state as TableDraft<number, { n: number }>
    for (const [n, { key, keep }] of writes.entries()) {
      if (keep) draft.set(key, { n: -n })
      else draft.delete(key)
    }
  }) as T
}

function sorted(rows: Table<string, { n: number }>): Table<string, { n: number }> {
  return runOnDraft(rows as object, (state) => {
    const draft = state as TableDraft<string, { n: number }>
    for (const [n, key] of ['a', 'b', 'c'].entries()) draft.set(key, { n })
  }) as typeof rows
}
