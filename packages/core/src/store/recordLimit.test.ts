import { beforeAll, describe, expect, it } from 'vitest'
import { Disk } from '../checkpoint/Disk.fixtures.ts'
import { stateHash } from '../codec/stateHash.ts'
import { manyPuts, stock, stockFold, stockSlices } from '../fold/stock.fixtures.ts'
import type { EventLog, PlacedRecord } from '../index.ts'
import {
  createEffect,
  createSelector,
  createSlice,
  createStore,
  exportSession,
  importSession,
  memoryLog,
} from '../index.ts'
import { virtualTime } from '../testing/index.ts'
import { naiveState } from '../undo/voids.fixtures.ts'
import { countingMeter } from '../work/countingMeter.ts'
import { loadUpkeep } from './Upkeep.ts'

beforeAll(async () => {
  await loadUpkeep()
})

const [, , count] = stockSlices

async function opened(log: EventLog, recordsInMemoryMax = 4_000) {
  const time = virtualTime()
  const store = createStore({
    slices: stockSlices,
    log,
    recordsInMemoryMax,
    scheduler: time.scheduler,
    meter: countingMeter(0.001),
  })
  await time.settle(1_000)
  await store.ready
  const idle = () => time.settle(10_000)
  await idle()
  const inMemory = () =>
    Array.from({ length: store.timeline.playhead.head + 1 }, (_, at) => store.recordAt(at)).filter(Boolean).length
  return { store, time, idle, inMemory }
}

const hashAt = (disk: Disk, offset: number) => stateHash(naiveState(stockFold(), disk.records.slice(0, offset + 1)))

describe('records beyond the limit', () => {
  it('[LIM-1] are left to the durable log, the oldest first, in idle moments', async () => {
    const disk = new Disk(manyPuts(20_000))
    const { store, idle, inMemory } = await opened(disk.log())
    expect(inMemory()).toBeLessThanOrEqual(4_000)
    expect(store.recordAt(0)).toBeUndefined()
    expect(store.recordAt(19_999)).toEqual(disk.records[19_999])
    store.dispatch(Array.from({ length: 6_000 }, () => stock.ignored()))
    await idle()
    expect(inMemory()).toBeLessThanOrEqual(4_000)
    expect(stateHash(store.getState())).toBe(hashAt(disk, 25_999))
  })

  it('[LIM-2] stay where the log is not durable, or cannot read them', async () => {
    const memory = await opened(memoryLog({ records: manyPuts(8_000) }), 0)
    expect(memory.inMemory()).toBe(8_000)
    const { read: _, ...unreadable } = new Disk(manyPuts(8_000)).log()
    expect((await opened(unreadable, 0)).inMemory()).toBe(8_000)
  })

  it('[LIM-2] stay until the log has called them durable', async () => {
    const disk = new Disk()
    const log = disk.log()
    let isSafe = false
    const { store, idle, inMemory } = await opened(
      {
        ...log,
        open: (reader) =>
          log.open({
            ...reader,
            placed: (records) => reader.placed(records),
            failed: () => {},
            durable: (upTo) => isSafe && reader.durable(upTo),
          }),
        checkpoints: undefined as never,
      },
      0,
    )
    store.dispatch(Array.from({ length: 8_000 }, () => stock.ignored()))
    await idle()
    expect(inMemory()).toBe(8_000)
    isSafe = true
    store.dispatch(stock.ignored())
    await idle()
    expect(inMemory()).toBeLessThan(4_000)
  })

  it('[LIM-3] are loaded by a seek, a step, a run and a search', async () => {
    const disk = new Disk(manyPuts(20_000))
    const { store, idle } = await opened(disk.log())
    expect(() => store.at(1_500)).toThrow('(timeline/not-loaded)')
    await store.timeline.seek(1_500)
    expect(stateHash(store.getState())).toBe(hashAt(disk, 1_500))
    await store.timeline.step(-700)
    expect(stateHash(store.getState())).toBe(hashAt(disk, 800))
    const run = store.timeline.runUntil((view) => view.get(count).all === 12_345, { from: 3 })
    await idle()
    expect(await run).toMatchObject({ offset: 12_344 })
    const found: number[] = []
    const search = async () => {
      for await (const { record } of store.timeline.blame(count, { from: 9_000 })) found.push(record.offset)
    }
    let isDone = false
    const searched = search().then(() => {
      isDone = true
    })
    while (!isDone) await idle()
    await searched
    expect(found).toEqual(Array.from({ length: 9_001 }, (_, i) => 9_000 - i))
  })

  it('[LIM-3] are loaded by a slice that is added, and by an export', async () => {
    const disk = new Disk(manyPuts(20_000))
    const { store, idle, inMemory } = await opened(disk.log())
    const puts = createSlice('puts', 0, (on) => [on(stock.put, (n) => n + 1)])
    const added = store.add(puts).ready
    await idle()
    expect((await added).get(puts)).toBe(20_000)
    await idle()
    expect(inMemory()).toBeLessThanOrEqual(4_000)
    const replaced = store.replace(stockSlices)
    await idle()
    await replaced
    expect(stateHash(store.getState())).toBe(stateHash({ ...naiveState(stockFold(), disk.records), puts: 20_000 }))
    const texts: string[] = []
    for await (const text of exportSession(store)) texts.push(text)
    expect((await importSession(texts.join(''))).records).toHaveLength(20_000)
  })

  it('[LIM-3] are loaded by a branch from its parent, which is refused where a change needs them', async () => {
    const disk = new Disk(manyPuts(20_000))
    const { store, idle } = await opened(disk.log())
    const branch = store.timeline.fork()
    branch.dispatch(stock.ignored())
    await branch.timeline.seek(700)
    expect(stateHash(branch.getState())).toBe(hashAt(disk, 700))
    expect(() => store.timeline.fork({ without: [9_000] })).toThrow('(timeline/not-loaded)')
    await store.load({ from: 4_000 })
    const changed = store.timeline.fork({ without: [9_000] })
    await idle()
    await changed.ready
    expect(stateHash(changed.getState())).toBe(
      stateHash(
        naiveState(
          stockFold(),
          disk.records.filter((_, at) => at !== 9_000),
        ),
      ),
    )
  })

  it('[LIM-3] are loaded by effects that resume what was asked long ago', async () => {
    const disk = new Disk(manyPuts(20_000))
    const started: number[] = []
    const asked = createEffect('asked', {
      on: stock.put,
      flatten: 'merge',
      resume: createSelector(count, () => [(disk.records[5] as PlacedRecord).id]),
      run: ({ payload }) => {
        started.push(payload.amount)
        return []
      },
      failed: () => stock.ignored(),
    })
    const { store, idle } = await opened(disk.log())
    store.add(asked)
    await idle()
    expect(started).toEqual([5])
  })

  it('[LIM-4] has to be a number from 0 up', () => {
    expect(() => createStore({ slices: stockSlices, recordsInMemoryMax: -1 })).toThrow('(store/bad-option)')
    expect(() => createStore({ slices: stockSlices, recordsInMemoryMax: Number.NaN })).toThrow('(store/bad-option)')
  })
})
