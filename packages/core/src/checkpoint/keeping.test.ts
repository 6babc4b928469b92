import { beforeAll, describe, expect, it } from 'vitest'
import { stateHash } from '../codec/stateHash.ts'
import { compileFold } from '../fold/compileFold.ts'
import { manyPuts, stock, stockFold, stockSlices } from '../fold/stock.fixtures.ts'
import type { AnySlice, PlayheadError } from '../index.ts'
import { createSlice, createStore, table } from '../index.ts'
import { loadUpkeep } from '../store/Upkeep.ts'
import { virtualTime } from '../testing/index.ts'
import { board, cards } from '../undo/board.fixtures.ts'
import { naiveState } from '../undo/voids.fixtures.ts'
import { countingMeter } from '../work/countingMeter.ts'
import { CHECKPOINTS_MAX } from './CheckpointKeeper.ts'
import { Disk } from './Disk.fixtures.ts'

beforeAll(async () => {
  await loadUpkeep()
})

async function opened(disk: Disk, slices: readonly AnySlice[] = stockSlices, build: string | undefined = '1') {
  const time = virtualTime()
  const store = createStore({
    slices,
    log: disk.log(),
    scheduler: time.scheduler,
    meter: countingMeter(0.01),
    ...(build !== '' && { build }),
  })
  const errors: PlayheadError[] = []
  store.error$.subscribe((error) => errors.push(error))
  await time.settle(1_000)
  await store.ready
  const idle = () => time.settle(10_000)
  const put = (count: number) =>
    store.dispatch(Array.from({ length: count }, (_, i) => stock.put({ id: `row ${i % 50}`, amount: i })))
  return { store, told: () => errors.filter(({ code }) => code.startsWith('log/')), idle, put }
}

describe('checkpoints that are stored', () => {
  it('[CPT-6] are written in idle moments, when enough has come, of what survives a crash', async () => {
    const disk = new Disk()
    const { store, idle, put } = await opened(disk)
    put(3_000)
    await idle()
    expect(await disk.kept()).toEqual([])
    put(1_000)
    expect(await disk.kept()).toEqual([])
    await idle()
    const [first] = await disk.offsets()
    expect([(first as number) >= 2_048, (first as number) <= 3_999 - 1_024]).toEqual([true, true])
    put(2_000)
    await idle()
    put(1_000)
    await idle()
    expect(await disk.offsets()).toHaveLength(2)
    await store.close()
    disk.reads = []
    const again = await opened(disk)
    expect(disk.reads).toEqual([`${(await disk.offsets())[1]}–6999`])
    expect(stateHash(again.store.getState())).toBe(stateHash(naiveState(stockFold(), disk.records)))
  })

  it('[CPT-6] are written of a log that was opened without one', async () => {
    const disk = new Disk(manyPuts(5_000))
    const { idle, store } = await opened(disk)
    await idle()
    expect((await disk.offsets())[0]).toBeGreaterThan(3_500)
    await store.close()
  })

  it('[CPT-6] are not written without a build, nor of reducers that were replaced', async () => {
    const disk = new Disk()
    const without = await opened(disk, stockSlices, '')
    without.put(6_000)
    await without.idle()
    await without.store.close()
    const { store, idle, put } = await opened(new Disk())
    const replaced = store.replace(stockSlices[2])
    await idle()
    await replaced
    put(6_000)
    await idle()
    expect(await disk.kept()).toEqual([])
  })

  it('[CPT-1] leave enough behind them that undo is the same after a reload', async () => {
    const disk = new Disk()
    const { store, idle } = await opened(disk, [cards])
    for (let n = 0; n < 5_000; n++) store.dispatch(board.added({ id: `card ${n % 100}`, title: `title ${n}` }))
    await idle()
    const { undoable } = store
    await store.close()
    const again = await opened(disk, [cards])
    expect(again.store.recordAt(0)).toBeUndefined()
    expect(again.store.undoable).toEqual(undoable)
    expect(undoable.canUndo).toBe(true)
    for (let n = 0; n < 20; n++) again.store.undo()
    await again.idle()
    again.store.redo()
    await again.idle()
    expect(stateHash(again.store.getState())).toBe(stateHash(naiveState(compileFold([cards]), disk.records)))
    await again.store.close()
  })

  it('[CPT-7] cost what differs from the one before', async () => {
    const disk = new Disk()
    const slice = createSlice('rows', table<string, { amount: number }>(), (on) => [
      on(stock.put, (rows, { payload: { id, amount } }) => void rows.set(id, { amount })),
      on(stock.named, (rows, { payload }) => void rows.set(payload, { amount: 1 })),
    ])
    const { store, idle } = await opened(disk, [slice])
    const newest = async () => disk.storage.read({ offset: (await disk.offsets()).at(-1) as number, build: '1' })
    store.dispatch(Array.from({ length: 10_240 }, (_, i) => stock.put({ id: `row ${i}`, amount: i })))
    store.dispatch(Array.from({ length: 1_500 }, () => stock.ignored()))
    await idle()
    const all = await newest()
    // Ten of rows, one of what is around the table, one of outlines.
    expect(all?.blocks).toHaveLength(12)
    store.dispatch(Array.from({ length: 4_000 }, () => stock.named('row 3000')))
    await idle()
    const next = await newest()
    const shared = next?.blocks.filter((name) => all?.blocks.includes(name))
    expect(next?.blocks).toHaveLength(12)
    expect(shared).toHaveLength(10)
    await store.close()
    // What was read need not be written again.
    const again = await opened(disk, [slice])
    again.store.dispatch(Array.from({ length: 4_000 }, () => stock.named('row 0')))
    await again.idle()
    const third = await newest()
    expect(third).not.toEqual(next)
    expect(third?.blocks.filter((name) => next?.blocks.includes(name))).toHaveLength(10)
  })

  it('[CPT-8] are thinned to a few: the newest, and some all over the past; those of other builds go', async () => {
    const disk = new Disk(manyPuts(100))
    disk.keep(stockSlices, 60, 'old')
    const { store, idle, put } = await opened(disk)
    for (let i = 0; i < 40; i++) {
      put(2_400)
      await idle()
    }
    const kept = (await disk.kept()).map((text) => Number(text.split(' ')[0]))
    expect(kept).toHaveLength(CHECKPOINTS_MAX)
    expect(kept.at(-1)).toBeGreaterThan(disk.records.length - 1_700)
    const gaps = kept.map((offset, at) => offset - (kept[at - 1] ?? 0))
    expect(Math.max(...gaps)).toBeLessThan((4 * disk.records.length) / CHECKPOINTS_MAX)
    await store.close()
  })

  it('[CPT-9] are done without where state cannot be stored, which is told once', async () => {
    const disk = new Disk()
    class Money {}
    const slice = createSlice('odd', { money: null as unknown }, (on) => [
      on(stock.put, () => ({ money: new Money() })),
    ])
    const { told, idle, put } = await opened(disk, [slice])
    put(4_000)
    await idle()
    put(4_000)
    await idle()
    expect(told()).toMatchObject([{ code: 'log/checkpoint-not-stored', severity: 'warning' }])
    const sorted = createSlice('sorted', { rows: null as unknown }, (on) => [
      on(stock.put, () => ({ rows: table<string, number>({ rows: [['a', 1]], order: (a, b) => a - b }) })),
    ])
    const other = await opened(new Disk(), [sorted])
    other.put(4_000)
    await other.idle()
    expect(other.told()).toMatchObject([{ message: expect.stringContaining('has a table with an `order`') }])
  })

  it('[CPT-9] that could not be written are tried again with the next, whole', async () => {
    const disk = new Disk()
    const { store, told, idle, put } = await opened(disk)
    put(4_000)
    await idle()
    disk.isFull = true
    put(4_000)
    await idle()
    put(4_000)
    await idle()
    expect(told()).toMatchObject([
      { code: 'log/checkpoint-not-stored', message: expect.stringContaining('the disk is full') },
    ])
    disk.isFull = false
    put(4_000)
    await idle()
    expect(await disk.offsets()).toHaveLength(2)
    await store.close()
    const again = await opened(disk)
    expect(again.told()).toEqual([])
    expect(stateHash(again.store.getState())).toBe(stateHash(naiveState(stockFold(), disk.records)))
  })
})
