import 'fake-indexeddb/auto'
import type { PlayheadError } from '@playhead/core'
import { action, createActions, createSlice, createStore, stateHash, table } from '@playhead/core'
import { countingMeter, virtualTime } from '@playhead/core/testing'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { databaseName } from './database.ts'
import { deleteLog } from './deleteLog.ts'
import { indexedDbLog } from './indexedDbLog.ts'
import { newLogName, placedRecords, rawDatabase, tamper } from './records.fixtures.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

beforeAll(async () => {
  // What does the work of idle moments is loaded in the first of them.
  const { put, idle, store } = await page('warm up', { build: '1' })
  await put(4_000)
  await vi.waitFor(async () => {
    await idle()
    expect((await stored('warm up')).checkpoints).toHaveLength(1)
  })
  await store.close()
})

const stock = createActions('stock', { put: action<{ id: string; amount: number }>() })
const rows = createSlice('rows', table<string, { amount: number }>(), (on) => [
  on(stock.put, (state, { payload: { id, amount } }) => void state.set(id, { amount })),
])
const puts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => stock.put({ id: `row ${(from + i) % 3_000}`, amount: from + i }))

/** A page with a store on a log; idle moments come when they are given. */
async function page(name: string, options: { readonly build?: string; readonly recordsInMemoryMax?: number } = {}) {
  const time = virtualTime()
  const told: PlayheadError[] = []
  const store = createStore({
    slices: [rows],
    log: indexedDbLog(name),
    scheduler: time.scheduler,
    meter: countingMeter(0.01),
    ...options,
  })
  store.error$.subscribe((error) => told.push(error))
  let isReady = false
  const ready = store.ready.then(() => {
    isReady = true
  })
  while (!isReady) await Promise.all([time.settle(100), task()])
  await ready
  const put = async (count: number) => {
    const dispatched = store.dispatch(puts(count, store.timeline.playhead.head + 1))
    await store.durable(dispatched.at(-1) as (typeof dispatched)[number])
  }
  const idle = async () => {
    for (let turn = 0; turn < 20; turn++) {
      await time.settle(1_000)
      await task()
    }
  }
  return { store, told, put, idle }
}

const task = () => new Promise<void>((resolve) => setImmediate(resolve))

async function stored(name: string): Promise<{ readonly checkpoints: readonly unknown[]; readonly blocks: number }> {
  const database = await rawDatabase(name)
  const transaction = database.transaction(['checkpoints', 'blocks'])
  const [checkpoints, blocks] = await Promise.all([
    answer(transaction.objectStore('checkpoints').getAllKeys()),
    answer(transaction.objectStore('blocks').count()),
  ])
  database.close()
  return { checkpoints, blocks }
}

const answer = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const hashOf = (count: number) => {
  const store = createStore({ slices: [rows] })
  store.dispatch(puts(count))
  return stateHash(store.getState())
}

describe('checkpoints in IndexedDB', () => {
  it('[IDB-17] are stored in idle moments, and the next page reads the newest and what is behind it', async () => {
    const name = newLogName()
    const first = await page(name, { build: '1' })
    await first.put(4_500)
    await first.idle()
    await first.put(40)
    await first.store.close()
    expect((await stored(name)).checkpoints).toEqual([[expect.any(Number), '1']])
    const reads = vi.spyOn(IDBObjectStore.prototype, 'getAll')
    const { store, told } = await page(name, { build: '1' })
    expect(reads.mock.calls.filter(([range]) => range === null || range === undefined)).toEqual([])
    expect([store.timeline.playhead.head, stateHash(store.getState()), told]).toEqual([4_539, hashOf(4_540), []])
    expect(store.recordAt(0)).toBeUndefined()
    await store.timeline.seek(99)
    expect(stateHash(store.getState())).toBe(hashOf(100))
    await store.close()
  })

  it('[IDB-17] leave a damaged row for those who read it', async () => {
    const name = newLogName()
    const first = await page(name, { build: '1' })
    await first.put(1_000)
    await first.put(4_000)
    await first.idle()
    await first.store.close()
    await tamper(name, (all) => all.put([{ offset: 0 }], 0))
    const { store, told } = await page(name, { build: '1' })
    expect([stateHash(store.getState()), told]).toEqual([hashOf(5_000), []])
    await expect(store.timeline.seek(10)).rejects.toMatchObject({ code: 'indexeddb/damaged' })
    expect(store.timeline.playhead.status).toBe('live')
    await store.close()
    await expect(createStore({ slices: [rows], log: indexedDbLog(name) }).ready).rejects.toMatchObject({
      code: 'log/open-failed',
    })
  })

  it('[IDB-18] are thinned, and blocks that nobody names any more go with them', async () => {
    const name = newLogName()
    const { store, put, idle, told } = await page(name, { build: '1' })
    for (let n = 0; n < 30; n++) {
      await put(3_000)
      await idle()
    }
    await store.close()
    expect(told.filter(({ code }) => code.startsWith('log/'))).toEqual([])
    const { checkpoints, blocks } = await stored(name)
    expect(checkpoints).toHaveLength(12)
    // Of rows three and one of what is around the table for each, and two of outlines.
    expect(blocks).toBeLessThanOrEqual(12 * 4 + 14)
    const next = await page(name, { build: '2' })
    expect(next.told).toMatchObject([{ code: 'log/checkpoint-ignored' }])
    await next.idle()
    await next.store.close()
    expect((await stored(name)).checkpoints).toEqual([[expect.any(Number), '2']])
  })

  it('[IDB-18] are written as a whole or not at all', async () => {
    const name = newLogName()
    const { store, put, idle, told } = await page(name, { build: '1' })
    await put(4_000)
    vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementationOnce(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError')
    })
    await idle()
    expect(told).toMatchObject([{ code: 'log/checkpoint-not-stored', severity: 'warning' }])
    expect(await stored(name)).toEqual({ checkpoints: [], blocks: 0 })
    await put(4_000)
    await idle()
    await store.close()
    expect((await stored(name)).checkpoints).toEqual([[expect.any(Number), '1']])
  })

  it('[IDB-19] find their place in a database of a version before them, which keeps its records', async () => {
    const name = newLogName()
    const request = indexedDB.open(databaseName(name), 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('rows').put(placedRecords(3), 0)
      request.result.createObjectStore('meta').put(true, 'seeded')
    }
    const old = await answer(request)
    old.close()
    const { store, put, idle } = await page(name, { build: '1' })
    expect(store.recordAt(2)).toEqual(placedRecords(3)[2])
    await put(4_000)
    await idle()
    await store.close()
    expect((await stored(name)).checkpoints).toEqual([[expect.any(Number), '1']])
    await deleteLog(name)
  })

  it('[IDB-20] lets a store leave old records on the disk alone, and loads them again', async () => {
    const name = newLogName()
    const { store, put, idle } = await page(name, { recordsInMemoryMax: 3_000 })
    for (let n = 0; n < 5; n++) await put(2_000)
    await idle()
    expect([store.recordAt(0), store.recordAt(9_999)?.offset]).toEqual([undefined, 9_999])
    expect(() => store.at(500)).toThrow('(timeline/not-loaded)')
    await store.timeline.seek(500)
    expect(stateHash(store.getState())).toBe(hashOf(501))
    await store.load()
    expect(store.recordAt(0)?.payload).toEqual({ id: 'row 0', amount: 0 })
    await store.close()
  })
})
