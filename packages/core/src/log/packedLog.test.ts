import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateHash } from '../codec/stateHash.ts'
import { manyPuts, stock, stockFold, stockSlices } from '../fold/stock.fixtures.ts'
import type { PlayheadError } from '../index.ts'
import { action, createActions, createSlice, createStore, memoryLog, packedLog, packLog } from '../index.ts'
import { packSegment } from '../pack/packSegment.ts'
import { eventLogContract } from '../testing/eventLogContract.ts'
import { anyUndoneLog, naiveState } from '../undo/voids.fixtures.ts'
import { countingMeter } from '../work/countingMeter.ts'

const nothing = { segments: [], checkpoints: [], blocks: new Map() }

describe('packedLog', () => {
  eventLogContract({ describe, it, expect }, { durable: false, newStorage: () => () => packedLog(nothing) })

  it('[CPT-10] opens the log of a store at its newest state, folding its end alone', async () => {
    let folds = 0
    const counting = createSlice('count', 0, (on) => [
      on(stock.put, (n) => {
        folds++
        return n + 1
      }),
    ])
    const meter = countingMeter(0.01)
    const first = createStore({ slices: [counting], log: memoryLog({ records: manyPuts(5_000) }), meter })
    const packed = await packLog(first, { build: '1' })
    folds = 0
    const store = createStore({ slices: [counting], log: packedLog(packed), build: '1', meter })
    expect([store.get(counting), store.timeline.playhead.head]).toEqual([5_000, 4_999])
    expect(folds).toBeLessThan(1_400)
    store.dispatch(stock.put({ id: 'a', amount: 1 }))
    expect([store.get(counting), store.timeline.playhead.head]).toEqual([5_001, 5_000])
    expect(store.recordAt(17)).toEqual(manyPuts(18)[17])
    await store.timeline.seek(100)
    expect(store.get(counting)).toBe(101)
  })

  it('[CPT-10] has the state of every place, with checkpoints and without, whatever was undone', async () => {
    await fc.assert(
      fc.asyncProperty(anyUndoneLog, fc.boolean(), async (records, withBuild) => {
        // Dense checkpoints, as the logs are short.
        const meter = countingMeter(1)
        const from = createStore({ slices: stockSlices, log: memoryLog({ records }), meter })
        const packed = structuredClone(await packLog(from, { build: '1' }))
        const store = createStore({ slices: stockSlices, log: packedLog(packed), ...(withBuild && { build: '1' }) })
        for (let offset = records.length - 1; offset >= -1; offset -= 7) {
          const expected = naiveState(stockFold(), records.slice(0, offset + 1))
          expect(stateHash(store.at(offset).getState())).toBe(stateHash(expected))
        }
        expect(Array.from(records, (_, offset) => store.recordAt(offset))).toEqual(records)
      }),
    )
  })

  it('[CPT-10] brings old records up to date when they are unpacked', () => {
    const old = manyPuts(3).map((record) => ({ ...record, type: 'packed/was', payload: { lines: [record.offset] } }))
    const today = createActions('packed', {
      is: action<{ rows: number[] }>({
        version: 2,
        formerly: ['packed/was'],
        upcast: { 1: (before: { lines: number[] }) => ({ rows: before.lines }) },
      }),
    })
    const slice = createSlice('all', [] as number[], (on) => [
      on(today.is, (all, { payload }) => [...all, ...payload.rows]),
    ])
    const store = createStore({ slices: [slice], log: packedLog({ ...nothing, segments: [packSegment(old)] }) })
    expect(store.get(slice)).toEqual([0, 1, 2])
    expect(store.recordAt(1)).toMatchObject({ type: 'packed/is', payload: { rows: [1] } })
  })

  it('[CPT-10] is for one store, as any log in memory', async () => {
    const packed = await packLog(createStore({ slices: stockSlices, log: memoryLog({ records: manyPuts(10) }) }), {
      build: '1',
    })
    const log = packedLog(packed)
    const store = createStore({ slices: stockSlices, log })
    store.dispatch(stock.named('x'))
    expect(() => createStore({ slices: stockSlices, log })).toThrow('(log/in-use)')
  })

  it('[CPT-5] folds all where its checkpoint was changed, and says so', async () => {
    const packed = await packLog(
      createStore({ slices: stockSlices, log: memoryLog({ records: manyPuts(500) }), meter: countingMeter(1) }),
      {
        build: '1',
      },
    )
    for (const bytes of packed.blocks.values()) bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1
    const store = createStore({ slices: stockSlices, log: packedLog(packed), build: '1' })
    const told: PlayheadError[] = []
    store.error$.subscribe((error) => told.push(error))
    expect(told).toMatchObject([{ code: 'log/checkpoint-ignored', severity: 'warning' }])
    expect(stateHash(store.getState())).toBe(stateHash(naiveState(stockFold(), manyPuts(500))))
  })
})
