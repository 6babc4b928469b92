import type { EventLog, PlacedRecord } from '@playhead/core'
import { createStore } from '@playhead/core'
import { virtualTime } from '@playhead/core/testing'
import { describe, expect, it } from 'vitest'
import { bankWith, connected, ledger, listed, partsUntil, statements } from './agent.fixtures.ts'

/** A durable log that hands over its records, and reads them again where they were dropped from memory. */
function durableLog(records: readonly PlacedRecord[]): EventLog & { readonly reads: number } {
  let reads = 0
  return {
    name: 'disk',
    durable: true,
    get reads() {
      return reads
    },
    open(reader) {
      queueMicrotask(() => reader.durable(records.length - 1))
      return Promise.resolve(records)
    },
    append() {},
    read(from, to) {
      reads++
      return Promise.resolve(records.slice(from, to + 1))
    },
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

describe('100,000 records', () => {
  const store = bankWith(100_000)
  const time = store.recordAt(70_000)?.time ?? 0

  it('[AGT-33] are listed, filtered and folded as a plain walk does', async () => {
    const { panel, close } = connected(store)
    const all = await listed(panel, { near: 60_000 })
    expect(all.progress).toMatchObject({ rows: 100_000, before: 60_000, nearRow: 60_000 })
    const text = await listed(panel, { near: 60_000, filter: { payload: '7777' } })
    const expected: number[] = []
    for (let n = 0; n < 100_000; n++) if (String(n).includes('7777')) expected.push(n)
    expect(text.rows.map(({ offset }) => offset)).toEqual(expected)
    const folded = await listed(panel, { near: 60_000, folded: true })
    expect(folded.rows.map(({ count }) => count)).toEqual([2, 99_998])
    const row = { store: 'bank', list: 'main', offset: 2 }
    expect((await panel.call('rowsOfRun', { ...row, from: 99_990, to: 200_000 })).map(({ offset }) => offset)).toEqual(
      Array.from({ length: 8 }, (_, n) => 99_992 + n),
    )
    close()
  })

  it('[AGT-33] are counted, marked and blamed', async () => {
    const { panel, close } = connected(store)
    const density = await panel.call('density', { store: 'bank', from: 0, to: 100_000, buckets: 10, tracks: 'slice' })
    expect(density).toEqual([{ track: 'ledger', counts: new Array(10).fill(10_000), failed: new Array(10).fill(0) }])
    const marks = await panel.call('marks', { store: 'bank', from: time, to: time + 20, tracks: 'slice', axis: 'time' })
    expect(marks.map(({ offset }) => offset)).toEqual([70_000, 70_001])
    const owner = {
      store: 'bank',
      value: { of: 'state', at: 'live' },
      path: ['ledger', 'accounts', 'b', 'owner'],
    } as const
    const parts = await partsUntil(panel, 'blame', { ...owner, near: 99_999 })
    expect(parts.flatMap((part) => (part.kind === 'hit' ? [part.row.offset] : []))).toEqual([1])
    close()
  })

  it('[AGT-33] are brought from the disk where memory has not got them', async () => {
    const records = Array.from({ length: 20_000 }, (_, offset) => store.recordAt(offset) as PlacedRecord)
    const log = durableLog(records)
    const time = virtualTime()
    const { scheduler } = time
    const lean = createStore({ slices: [ledger, statements], log, recordsInMemoryMax: 2_000, scheduler })
    // Packed and dropped in idle moments.
    await time.settle(1_000)
    await lean.ready
    await time.settle(60_000)
    expect(lean.recordAt(3_000)).toBeUndefined()
    const { panel, close } = connected(lean)
    const { rows } = await listed(panel, { near: 3_000, filter: { payload: '3333' } })
    expect(rows.map(({ offset }) => offset)).toEqual([3_333, 13_333])
    const density = await panel.call('density', { store: 'bank', from: 0, to: 20_000, buckets: 2, tracks: 'effect' })
    expect(density).toEqual([{ track: '', counts: [10_000, 10_000], failed: [0, 0] }])
    const minor = ['ledger', 'accounts', 'a', 'minor']
    expect(await panel.call('value', { store: 'bank', value: { of: 'state', at: 2 }, path: minor })).toMatchObject({
      text: '2',
    })
    expect(await panel.call('record', { store: 'bank', at: 2_000 })).toMatchObject({ offset: 2_000 })
    const blame = {
      store: 'bank',
      value: { of: 'state', at: 0 },
      path: ['ledger', 'accounts', 'a', 'owner'],
      near: 19_999,
    } as const
    expect((await partsUntil(panel, 'blame', blame)).filter(({ kind }) => kind === 'hit')).toHaveLength(1)
    const { branch } = await panel.call('branch', { store: 'bank', edit: { at: 9_000, without: [4_000] } })
    await time.settle(10_000)
    const paid = { store: branch, value: { of: 'state', at: 'live' }, path: ['ledger', 'paid'] } as const
    expect(await panel.call('value', paid)).toMatchObject({ text: '8998' })
    expect(log.reads).toBeGreaterThan(0)
    close()
  })
})
