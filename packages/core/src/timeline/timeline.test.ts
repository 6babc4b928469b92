import fc from 'fast-check'
import { mergeMap } from 'rxjs'
import { describe, expect, it, vi } from 'vitest'
import type { Store } from '../index.ts'
import { action, createActions, createRecords, createSlice, createStore, memoryLog } from '../index.ts'

const counter = createActions('timeline', { added: action<number>() })
const count = createSlice('count', 0, (on) => [on(counter.added, (n, { payload }) => n + payload)])

const storeWith = (...amounts: number[]) => {
  let time = 0
  const store = createStore({ slices: [count], clock: { now: () => (time += 100) } })
  for (const amount of amounts) store.dispatch(counter.added(amount))
  return store
}

describe('timeline', () => {
  it('[TML-1] views state as it was just after any record, and before the first', async () => {
    const store = storeWith(1, 2, 3)
    for (const [offset, expected] of [
      [-1, 0],
      [0, 1],
      [1, 3],
      [2, 6],
    ] as const) {
      const playhead = await store.timeline.seek(offset)
      expect(playhead).toEqual({ offset, head: 2, status: 'parked', time: offset < 0 ? undefined : expect.any(Number) })
      expect(store.get(count)).toBe(expected)
    }
  })

  it('[TML-1] has moved when seek returns, where the records are in memory', () => {
    const store = storeWith(1, 2, 3)
    void store.timeline.seek(0)
    expect(store.get(count)).toBe(1)
    expect(store.timeline.playhead.offset).toBe(0)
  })

  it('[TML-1] gives the same state at every offset as a fold from the beginning, in whatever order it is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 1_500 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        async (amounts, asked) => {
          const records = createRecords(
            amounts.map((amount, i) => ({ time: i, action: counter.added(amount) })),
            { client: 'c', random: () => 0 },
          )
          const store = createStore({ slices: [count], log: memoryLog({ records }) })
          const sums = [0]
          for (const amount of amounts) sums.push((sums.at(-1) as number) + amount)
          for (const ask of asked) {
            const offset = (ask % (amounts.length + 1)) - 1
            expect(store.at(offset).get(count)).toBe(sums[offset + 1])
            await store.timeline.seek(offset)
            expect(store.get(count)).toBe(sums[offset + 1])
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  it('[TML-2] steps by records and stops at either end', async () => {
    const store = storeWith(1, 2, 3)
    expect(await store.timeline.step(-1)).toMatchObject({ offset: 1, status: 'parked' })
    expect(await store.timeline.step(-10)).toMatchObject({ offset: -1 })
    expect(await store.timeline.step(2)).toMatchObject({ offset: 1 })
    expect(await store.timeline.step(10)).toMatchObject({ offset: 2, status: 'parked' })
    store.timeline.live()
    expect(await store.timeline.step(1)).toMatchObject({ offset: 2, status: 'live' })
    await expect(store.timeline.step(0.5)).rejects.toThrow('(timeline/bad-step)')
  })

  it('[TML-3] appends behind a parked playhead, and the view stays', async () => {
    const store = storeWith(1, 2)
    await store.timeline.seek(0)
    store.dispatch(counter.added(10))
    expect(store.get(count)).toBe(1)
    expect(store.live.get(count)).toBe(13)
    expect(store.timeline.playhead).toMatchObject({ offset: 0, head: 2, status: 'parked' })
  })

  it('[TML-3] follows the head again when live', async () => {
    const store = storeWith(1, 2)
    await store.timeline.seek(0)
    store.dispatch(counter.added(10))
    const liveState = store.live.getState()
    expect(store.timeline.live()).toMatchObject({ offset: 2, head: 2, status: 'live' })
    expect(store.getState()).toBe(liveState)
    store.dispatch(counter.added(100))
    expect(store.get(count)).toBe(113)
  })

  it('[TML-4] moves the viewed state and never action$', async () => {
    const store = storeWith(1, 2, 3)
    const records = vi.fn()
    const states: unknown[] = []
    store.action$.subscribe(records)
    store.select(count).subscribe((n) => states.push(n))
    await store.timeline.seek(0)
    await store.timeline.step(1)
    store.timeline.live()
    expect(records).not.toHaveBeenCalled()
    expect(states).toEqual([6, 1, 3, 6])
  })

  it('[TML-5] reads as of an offset without moving the playhead', () => {
    const store = storeWith(1, 2, 3)
    expect(store.at(1).get(count)).toBe(3)
    expect(store.at(-1).getState()).toEqual({ count: 0 })
    expect(store.timeline.playhead.status).toBe('live')
    expect(store.get(count)).toBe(6)
  })

  it('[TML-5] gives the record at an offset, and nothing where there is none', () => {
    const store = storeWith(1, 2)
    expect(store.recordAt(1)).toMatchObject({ offset: 1, type: 'timeline/added', payload: 2 })
    expect([-1, 2, 0.5].map((offset) => store.recordAt(offset))).toEqual([undefined, undefined, undefined])
  })

  it('[TML-6] reads as of a time: the newest record that is not later', () => {
    const at = (time: number) =>
      createStore({ slices: [count], log })
        .at(new Date(time))
        .get(count)
    const records = createRecords(
      [10, 20, 20, 30].map((time, i) => ({ time, action: counter.added(10 ** i) })),
      { client: 'c', random: () => 0 },
    )
    const log = memoryLog({ records })
    expect([9, 10, 19, 20, 29, 30, 99].map(at)).toEqual([0, 1, 1, 111, 111, 1111, 1111])
  })

  it('[TML-7] refuses a place that is not there, with the head', async () => {
    const store = storeWith(1, 2)
    await expect(store.timeline.seek(2)).rejects.toThrow(
      "Cannot seek to offset 2: the log's head is 1. Wait for more records or use at most 1. (timeline/past-head)",
    )
    expect(() => store.at(1.5)).toThrow('(timeline/no-such-offset)')
    expect(() => store.at(-2)).toThrow('(timeline/no-such-offset)')
    expect(() => store.at(Number.NaN)).toThrow('(timeline/no-such-offset)')
    expect(() => store.at(new Date('never'))).toThrow('(timeline/bad-place)')
    expect(() => store.at(Date.UTC(2026, 0))).toThrow('pass `new Date(time)`')
    expect(store.timeline.playhead).toMatchObject({ offset: 1, status: 'live' })
  })

  it('[TML-8] tells the playhead now and each change of it', async () => {
    const store = storeWith(1)
    const seen: string[] = []
    store.timeline.playhead$.subscribe(({ offset, head, status }) => seen.push(`${offset}/${head} ${status}`))
    await store.timeline.seek(-1)
    await store.timeline.seek(-1)
    store.dispatch(counter.added(1))
    store.timeline.live()
    expect(seen).toEqual(['0/0 live', '-1/0 parked', '-1/1 parked', '1/1 live'])
  })

  it('[TML-8] gives the same playhead object until something moves', () => {
    const store = storeWith(1)
    expect(store.timeline.playhead).toBe(store.timeline.playhead)
  })

  it('[TML-9] stands at −1 in an empty log', async () => {
    const store = storeWith()
    expect(store.timeline.playhead).toEqual({ offset: -1, head: -1, status: 'live', time: undefined })
    expect(await store.timeline.step(-1)).toMatchObject({ offset: -1, status: 'parked' })
  })

  it('[TML-10] branches at the playhead or another place, and leaves the original as it was', async () => {
    const store = storeWith(1, 2, 3)
    const branch = store.timeline.fork({ at: 1 })
    branch.dispatch(counter.added(100))
    expect(branch.get(count)).toBe(103)
    expect(branch.timeline.playhead).toMatchObject({ offset: 2, head: 2 })
    expect(store.get(count)).toBe(6)
    expect(store.timeline.playhead.head).toBe(2)
    await store.timeline.seek(0)
    expect(store.timeline.fork().get(count)).toBe(1)
    expect(branch.at(1).get(count)).toBe(3)
  })

  it('[TML-10] a branch has the very records that it shares, so that two align by id', async () => {
    const store = storeWith(1, 2, 3)
    const shared = ids(store.timeline.fork({ at: 1 }))
    expect(shared).toEqual(ids(store).slice(0, 2))
    expect(shared).toHaveLength(2)
  })

  it('[TML-10] branches of a branch are independent of each other', () => {
    const store = storeWith(1)
    const a = store.timeline.fork()
    a.dispatch(counter.added(10))
    const b = a.timeline.fork()
    a.dispatch(counter.added(100))
    b.dispatch(counter.added(1_000))
    expect([store, a, b].map((each) => each.get(count))).toEqual([1, 111, 1_011])
  })
})

describe('a dispatch while parked', () => {
  it('[PRK-1] is refused where the past is read-only, and changes nothing', async () => {
    const store = createStore({ slices: [count], parked: 'refuse' })
    store.dispatch(counter.added(1))
    await store.timeline.seek(-1)
    expect(() => store.dispatch(counter.added(1))).toThrow(
      'Cannot dispatch while the playhead is parked at offset -1 of 0',
    )
    expect(store.timeline.playhead.head).toBe(0)
    store.timeline.live()
    store.dispatch(counter.added(1))
    expect(store.get(count)).toBe(2)
  })

  it('[PRK-2] still takes what connected streams bring: they tell what happens outside', async () => {
    const store = createStore({ slices: [count], parked: 'refuse' })
    store.dispatch(counter.added(1))
    await store.timeline.seek(-1)
    store.connect({
      subscribe(observer: { next(value: unknown): void }) {
        observer.next(counter.added(5))
      },
    })
    expect(store.live.get(count)).toBe(6)
  })

  it('[PRK-3] begins one branch at that place where the store forks', async () => {
    const store = createStore({ slices: [count], parked: 'fork' })
    const branches: number[] = []
    store.timeline.branch$.pipe(mergeMap((branch) => branch.select(count))).subscribe((n) => branches.push(n))
    store.dispatch([counter.added(1), counter.added(2)])
    await store.timeline.seek(0)
    store.dispatch(counter.added(10))
    await store.timeline.seek(0)
    store.dispatch(counter.added(100))
    expect(branches).toEqual([1, 11, 111])
    expect(store.live.get(count)).toBe(3)
    expect(store.timeline.playhead).toMatchObject({ offset: 0, head: 1 })
  })
})

/** The ids of a store's records, by asking what each of them is. */
function ids(store: Store): readonly string[] {
  return Array.from({ length: store.timeline.playhead.head + 1 }, (_, offset) => store.recordAt(offset)?.id ?? '')
}
