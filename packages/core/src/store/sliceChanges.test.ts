import { Subject } from 'rxjs'
import { describe, expect, it, vi } from 'vitest'
import type { EventLog, PlacedRecord, Progress } from '../index.ts'
import {
  action,
  createActions,
  createRecords,
  createSelector,
  createSlice,
  createStore,
  fromReducer,
  memoryLog,
  table,
} from '../index.ts'
import { countingMeter } from '../work/countingMeter.ts'

const counter = createActions('changes', { added: action<number>(), noticed: action() })
const count = createSlice('count', 0, (on) => [on(counter.added, (n, { payload }) => n + payload)])
const doubled = createSlice('count', 0, (on) => [on(counter.added, (n, { payload }) => n + 2 * payload)])
const notices = createSlice('notices', 0, (on) => [on(counter.noticed, (n) => n + 1)])
const seen = createSlice('seen', { rows: table<number, { n: number }>() }, (on) => [
  on(counter.added, (state, { payload }) => state.rows.set(payload, { n: payload })),
])
const size = createSelector(seen, ({ rows }) => rows.size)

/** A store with so many records that each add 1. A slice of time has 600 of them. */
function storeOf(records: number) {
  const store = createStore({ slices: [count], meter: countingMeter(0.01) })
  store.dispatch(Array.from({ length: records }, () => counter.added(1)))
  return store
}

describe('a slice that is added', () => {
  it('[ADD-1] folds the log behind the scenes, and appears with what was dispatched meanwhile', async () => {
    const store = storeOf(2_000)
    const { ready } = store.add(seen)
    expect(() => store.get(size)).toThrow(
      'Cannot read slice "seen" yet: it was added a moment ago and is folding the log. Wait for `ready`, which `store.add` gave. (slice/catching-up)',
    )
    expect(() => store.live.get(seen)).toThrow('(slice/catching-up)')
    expect(() => store.at(3).get(seen)).toThrow('(slice/catching-up)')
    expect(store.getState()).toEqual({ count: 2_000 })
    store.dispatch(counter.added(7))
    expect(store.get(count)).toBe(2_007)
    const added = await ready
    expect(added.getState().seen.rows.size).toBe(2)
    expect(store.get(size)).toBe(2)
    expect(store.at(1_999).get(size)).toBe(1)
    expect(store.get(count)).toBe(2_007)
  })

  it('[ADD-1] appears with one notification, and is told to those who wait for it', async () => {
    const store = storeOf(2_000)
    const told = vi.fn()
    const { ready } = store.add(seen)
    const watched = vi.fn()
    store.watch(size, watched)
    store.subscribe(told)
    await ready
    expect(told).toHaveBeenCalledTimes(1)
    expect(watched).toHaveBeenCalledTimes(1)
    expect(store.get(size)).toBe(1)
  })

  it('[ADD-1] leaves the state of the others as it is', async () => {
    const store = createStore({ slices: [seen] })
    store.dispatch(counter.added(1))
    const before = store.get(seen)
    await store.add(count).ready
    expect(store.get(seen)).toBe(before)
  })

  it('[ADD-1] appears at the playhead, which stays', async () => {
    const store = storeOf(10)
    await store.timeline.seek(4)
    await store.add(seen).ready
    expect(store.timeline.playhead).toMatchObject({ offset: 4, head: 9, status: 'parked' })
    expect([store.get(count), store.get(size)]).toEqual([5, 1])
  })

  it('[ADD-1] tells how far it is', async () => {
    const store = storeOf(2_000)
    const told: (Progress | undefined)[] = []
    store.progress$.subscribe((progress) => told.push(progress))
    await store.add(seen).ready
    expect(told.at(0)).toBeUndefined()
    expect(told.at(1)).toMatchObject({ work: 'refolding', total: 2_000 })
    expect(told.length).toBeGreaterThan(3)
    expect(told.at(-1)).toBeUndefined()
  })

  it('[ADD-1] waits for a log that is still being opened', async () => {
    const opened = new Subject<readonly PlacedRecord[]>()
    const records = createRecords([{ time: 1, action: counter.added(3) }], { client: 'c', random: () => 0 })
    const log: EventLog = {
      ...memoryLog({ records }),
      open: () => new Promise((resolve) => opened.subscribe(resolve)),
    }
    const store = createStore({ slices: [count], log })
    const { ready } = store.add(seen)
    expect(() => store.get(seen)).toThrow('(slice/catching-up)')
    opened.next(records)
    await ready
    expect(store.get(seen).rows.get(3)).toEqual({ n: 3 })
  })

  it('[ADD-2] is refused under a name that is taken', () => {
    const store = storeOf(1)
    expect(() => store.add(doubled)).toThrow('(store/duplicate-slice)')
    expect(store.get(count)).toBe(1)
  })

  it('[ADD-2] goes again when it is removed, and can come back', async () => {
    const store = storeOf(3)
    const added = store.add(seen)
    await added.ready
    const told = vi.fn()
    store.subscribe(told)
    added.remove()
    await vi.waitFor(() => expect(store.getState()).toEqual({ count: 3 }))
    expect(told).toHaveBeenCalledTimes(1)
    expect(() => store.get(seen)).toThrow('(slice/not-added)')
    await store.add(seen).ready
    expect(store.get(size)).toBe(1)
  })

  it('[ADD-2] is never ready when it is removed, or the store closed, before it has caught up', async () => {
    const store = storeOf(2_000)
    const removed = store.add(seen)
    removed.remove()
    await expect(removed.ready).rejects.toThrow('(slice/removed)')
    const left = store.add(seen)
    await store.close()
    await expect(left.ready).rejects.toThrow('(store/closed)')
  })

  it('[ADD-2] does not hold up another that is added meanwhile', async () => {
    const store = storeOf(2_000)
    const first = store.add(seen)
    const second = store.add(notices)
    await Promise.all([first.ready, second.ready])
    expect([store.get(size), store.get(notices)]).toEqual([1, 0])
  })
})

describe('slices that are replaced', () => {
  it('[ADD-3] fold the log behind the scenes, and the state of before stays until that is done', async () => {
    const store = storeOf(2_000)
    const told = vi.fn()
    const replaced = store.replace(doubled)
    expect(store.get(count)).toBe(2_000)
    store.dispatch(counter.added(1))
    expect(store.get(count)).toBe(2_001)
    store.subscribe(told)
    await replaced
    expect(store.get(count)).toBe(4_002)
    expect(told).toHaveBeenCalledTimes(1)
    store.dispatch(counter.added(1))
    expect(store.get(count)).toBe(4_004)
  })

  it('[ADD-3] leave the playhead where it is, and show the state that they would have given there', async () => {
    const store = storeOf(10)
    await store.timeline.seek(4)
    await store.replace([doubled])
    expect(store.timeline.playhead).toMatchObject({ offset: 4, status: 'parked' })
    expect([store.get(count), store.live.get(count), store.at(0).get(count)]).toEqual([10, 20, 2])
  })

  it('[ADD-3] are read by the selectors of before, which find slices by name', async () => {
    const store = storeOf(3)
    const isLarge = createSelector(count, (n) => n > 5)
    const values: boolean[] = []
    store.select(isLarge).subscribe((value) => values.push(value))
    await store.replace(doubled)
    expect(values).toEqual([false, true])
  })

  it('[ADD-3] take an unfinished replacement over, whose caller is answered with theirs', async () => {
    const store = storeOf(2_000)
    const tripled = createSlice('count', 0, (on) => [on(counter.added, (n, { payload }) => n + 3 * payload)])
    const states: unknown[] = []
    const first = store.replace(doubled)
    store.select(count).subscribe((n) => states.push(n))
    const second = store.replace(tripled)
    await first
    expect(store.get(count)).toBe(6_000)
    await second
    expect(states).toEqual([2_000, 6_000])
  })

  it('[ADD-3] are folded into branches that begin afterwards, and leave those that began before', async () => {
    const store = storeOf(3)
    const before = store.timeline.fork()
    await store.replace(doubled)
    const after = store.timeline.fork()
    after.dispatch(counter.added(1))
    expect([before.get(count), after.get(count)]).toEqual([3, 8])
  })

  it('[ADD-4] may know newer definitions of actions than the others', async () => {
    const make = () => createActions('changes-hot', { added: action<number>() })
    const old = make()
    const sum = createSlice('sum', 0, (on) => [on(old.added, (n, { payload }) => n + payload)])
    const last = createSlice('last', 0, (on) => [on(old.added, (_, { payload }) => payload)])
    const store = createStore({ slices: [sum, last] })
    store.dispatch(old.added(5))
    const hot = make()
    await store.replace(createSlice('sum', 0, (on) => [on(hot.added, (n, { payload }) => n - payload)]))
    store.dispatch([hot.added(1), old.added(2)])
    expect(store.getState()).toEqual({ sum: -8, last: 2 })
  })

  it('[ADD-4] that throw quarantine the record in their slice, and the first of each is told', async () => {
    const store = createStore({ slices: [count, notices] })
    store.dispatch([counter.added(1), counter.added(2), counter.noticed(), counter.added(3)])
    const errors: string[] = []
    store.error$.subscribe(({ code, record }) => errors.push(`${code} ${record?.offset}`))
    await store.replace(
      createSlice('count', 0, (on) => [
        on(counter.added, (n, { payload }) => {
          if (payload > 1) throw new Error('too much')
          return n + payload
        }),
      ]),
    )
    expect(errors).toEqual(['fold/reducer-threw 1'])
    expect(store.getState()).toEqual({ count: 1, notices: 1 })
  })

  it('[ADD-4] are refused under a name that the store has not got, and where they do not go together', async () => {
    const store = storeOf(1)
    await expect(store.replace(notices)).rejects.toThrow(
      'Cannot replace slice "notices": this store has "count". Add it with `store.add(slice)`. (slice/not-added)',
    )
    const twice = createSlice('count', 0, (on) => [on(counter.added, (n) => n), on(counter.added, (n) => n)])
    await expect(store.replace(twice)).rejects.toThrow('(slice/duplicate-case)')
    expect(store.get(count)).toBe(1)
  })

  it('[ADD-4] cannot come into a store whose slices were replaced by one Redux reducer', async () => {
    const reduce = (n = 0, { type }: { type: string }) => (type === 'inc' ? n + 1 : n)
    const store = createStore({ slices: [fromReducer('n', reduce)] })
    store.replaceReducer((state = { n: 0 }, event) => ({ n: reduce(state.n, event) }))
    expect(() => store.add(notices)).toThrow('(redux/one-reducer)')
    await expect(store.replace(fromReducer('n', reduce))).rejects.toThrow('(redux/one-reducer)')
  })
})

describe('hot module replacement', () => {
  it('[ADD-5] keeps the store, its log and its place when a slice file is edited, as docs/guides/hot-reload.md says', async () => {
    /** What Vite does with a module: it is run again, and finds what the run before it has left in `data`. */
    const hot = { data: {} as Record<string, unknown> }
    const run = (factor: number) => {
      const slice = createSlice('count', 0, (on) => [on(counter.added, (n, { payload }) => n + factor * payload)])
      const kept = hot.data.store as ReturnType<typeof open> | undefined
      const open = () => createStore({ slices: [slice] })
      const store = kept ?? open()
      hot.data.store = store
      return { slice, store, replaced: kept?.replace(slice) }
    }
    const first = run(1)
    first.store.dispatch([counter.added(1), counter.added(2)])
    await first.store.timeline.seek(0)
    const edited = run(10)
    await edited.replaced
    expect(edited.store).toBe(first.store)
    expect(edited.store.timeline.playhead).toMatchObject({ offset: 0, head: 1, status: 'parked' })
    expect([edited.store.get(first.slice), edited.store.live.get(edited.slice)]).toEqual([10, 30])
  })
})
