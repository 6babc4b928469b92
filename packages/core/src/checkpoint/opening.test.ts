import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { stateHash } from '../codec/stateHash.ts'
import { manyPuts, stock, stockFold, stockSlices } from '../fold/stock.fixtures.ts'
import type { AnySlice, PlayheadError } from '../index.ts'
import { createSlice, createStore } from '../index.ts'
import { loadPacking } from '../log/packing.ts'
import { anyUndoneLog, naiveState } from '../undo/voids.fixtures.ts'
import { Disk } from './Disk.fixtures.ts'

beforeAll(loadPacking)

async function opened(disk: Disk, slices: readonly AnySlice[] = stockSlices, options = { build: '1' }) {
  const told: PlayheadError[] = []
  const store = createStore({ slices, log: disk.log(), ...options })
  store.error$.subscribe((error) => told.push(error))
  await store.ready
  return { store, told: told.filter(({ code }) => code.startsWith('log/')) }
}

describe('a log that is opened from a checkpoint', () => {
  it('[CPT-1] is read from there on, and comes to the state of a fold of all', async () => {
    const disk = new Disk(manyPuts(1_000))
    disk.keep(stockSlices, 899)
    const { store, told } = await opened(disk)
    expect(disk.reads).toEqual(['899–999'])
    expect(stateHash(store.live.getState())).toBe(stateHash(naiveState(stockFold(), disk.records)))
    expect(store.timeline.playhead.head).toBe(999)
    expect(told).toEqual([])
    await store.close()
  })

  it('[CPT-2] has the state of every place, whatever was undone before and behind the checkpoint', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyUndoneLog,
        fc.array(fc.nat(), { maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        async (records, cuts, places) => {
          fc.pre(records.length > 0)
          const disk = new Disk(records)
          for (const cut of cuts) disk.keep(stockSlices, cut % records.length)
          const { store, told } = await opened(disk)
          expect(told).toEqual([])
          const stateAfter = (offset: number) => stateHash(naiveState(stockFold(), records.slice(0, offset + 1)))
          expect(stateHash(store.live.getState())).toBe(stateAfter(records.length - 1))
          for (let looks = 0; looks < 8; looks++) {
            const offset = ((places.next().value as number) % (records.length + 1)) - 1
            await store.timeline.seek(offset)
            expect(stateHash(store.getState())).toBe(stateAfter(offset))
          }
          await store.close()
        },
      ),
      { numRuns: 200 },
    )
  })

  it('[CPT-2] goes on with what is dispatched, before it is open and after', async () => {
    await fc.assert(
      fc.asyncProperty(anyUndoneLog, fc.nat(), async (records, cut) => {
        fc.pre(records.length > 0)
        const disk = new Disk(records)
        disk.keep(stockSlices, cut % records.length)
        const store = createStore({ slices: stockSlices, log: disk.log(), build: '1' })
        store.dispatch(stock.put({ id: 'early', amount: 1 }))
        await store.ready
        store.dispatch(stock.put({ id: 'late', amount: 2 }))
        expect(stateHash(store.live.getState())).toBe(stateHash(naiveState(stockFold(), disk.records)))
        await store.close()
      }),
    )
  })

  it('[CPT-3] loads old records when they are wanted, from the nearest checkpoint that is stored', async () => {
    const disk = new Disk(manyPuts(5_000))
    for (const offset of [999, 1_999, 2_999, 4_990]) disk.keep(stockSlices, offset)
    const { store } = await opened(disk)
    disk.reads = []
    expect(() => store.at(2_500)).toThrow('(timeline/not-loaded)')
    await store.timeline.seek(2_500)
    expect(stateHash(store.getState())).toBe(stateHash(naiveState(stockFold(), disk.records.slice(0, 2_501))))
    // Whole chunks.
    expect(disk.reads).toEqual(['1024–3071'])
    const found: number[] = []
    const [, , count] = stockSlices
    for await (const { record } of store.timeline.blame(count, { from: 1_500 })) {
      found.push(record.offset)
      if (found.length === 3) break
    }
    expect(found).toEqual([1_500, 1_499, 1_498])
    await store.close()
  })

  it('[CPT-4] uses none without a build, and none of another', async () => {
    const disk = new Disk(manyPuts(300))
    disk.keep(stockSlices, 250, 'old')
    expect((await opened(disk, stockSlices, {} as { build: string })).told).toEqual([])
    expect(disk.reads).toEqual(['0–299'])
    const { store, told } = await opened(disk, stockSlices, { build: 'new' })
    expect(disk.reads).toEqual(['0–299', '0–299'])
    expect(told.map(({ message, severity }) => [severity, message])).toEqual([
      [
        'warning',
        'The stored checkpoint at offset 250 (build "old") was ignored: it is of another build, and this one is "new". State is right all the same: it was folded from an older checkpoint, or from the first record, which takes longer. A new checkpoint is stored in an idle moment. (log/checkpoint-ignored)',
      ],
    ])
    expect(stateHash(store.getState())).toBe(stateHash(naiveState(stockFold(), disk.records)))
  })

  it.each([
    ['a slice that it has not got', [...stockSlices, createSlice('new', 0, () => [])], 'it has no slice "new"'],
    [
      'another version of a slice',
      stockSlices.map((slice) => (slice.name === 'count' ? { ...slice, version: 2 } : slice)),
      'its slice "count" is of version 1, and this program has version 2',
    ],
  ] as const)('[CPT-4] is not begun with for %s', async (_, slices, why) => {
    const disk = new Disk(manyPuts(300))
    disk.keep(stockSlices, 250)
    const { store, told } = await opened(disk, slices)
    expect(told).toMatchObject([{ code: 'log/checkpoint-ignored', message: expect.stringContaining(why) }])
    expect(store.live.getState()).toMatchObject(naiveState(stockFold(), disk.records))
  })

  it('[CPT-4] is begun with where a slice has gone', async () => {
    const disk = new Disk(manyPuts(300))
    disk.keep(stockSlices, 250)
    const { store, told } = await opened(disk, stockSlices.slice(0, 2))
    expect(told).toEqual([])
    expect(disk.reads).toEqual(['250–299'])
    expect(Object.keys(store.live.getState())).toEqual(['rows', 'name'])
  })

  it('[CPT-5] passes over a checkpoint whose bytes were changed, to the one before it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, where, change) => {
        const disk = new Disk(manyPuts(300))
        disk.keep(stockSlices, 200)
        const { bytes, blocks } = disk.keep(stockSlices, 250)
        const known = await disk.storage.blocks(blocks)
        const mine = [bytes, ...blocks.map((name) => known.get(name) as Uint8Array)]
        const broken = mine[which % mine.length] as Uint8Array
        broken[where % broken.length] = (broken[where % broken.length] as number) ^ change
        const { store, told } = await opened(disk)
        expect(told.length).toBeGreaterThan(0)
        expect(told.every(({ code }) => code === 'log/checkpoint-ignored')).toBe(true)
        expect(stateHash(store.live.getState())).toBe(stateHash(naiveState(stockFold(), disk.records)))
        await store.close()
      }),
    )
  })

  it('[CPT-5] passes over one that a block is missing of, that lies about its place, or that is of another log', async () => {
    const state = stateHash(naiveState(stockFold(), manyPuts(300)))
    const missing = new Disk(manyPuts(300))
    const { blocks, ...rest } = missing.keep(stockSlices, 250)
    await missing.storage.write({ ...rest, blocks: [] }, new Map(), [])
    const lying = new Disk(manyPuts(300))
    await lying.storage.write({ ...lying.keep(stockSlices, 250), offset: 240 }, new Map(), [
      { offset: 250, build: '1' },
    ])
    const other = new Disk(manyPuts(300))
    other.keep(stockSlices, 250)
    other.records = other.records.map((record) => ({ ...record, id: `other.${record.offset}` as typeof record.id }))
    for (const disk of [missing, lying, other]) {
      const { store, told } = await opened(disk)
      expect(told).toMatchObject([{ code: 'log/checkpoint-ignored' }])
      expect(stateHash(store.live.getState())).toBe(state)
      await store.timeline.seek(100)
      expect(stateHash(store.getState())).toBe(stateHash(naiveState(stockFold(), manyPuts(101))))
    }
    const shorter = new Disk(manyPuts(300))
    shorter.keep(stockSlices, 250)
    shorter.records.length = 100
    const { store } = await opened(shorter)
    expect(stateHash(store.live.getState())).toBe(stateHash(naiveState(stockFold(), manyPuts(100))))
    expect(blocks.length).toBeGreaterThan(0)
  })
})
