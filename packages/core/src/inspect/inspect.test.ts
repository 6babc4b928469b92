import { of } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Store } from '../index.ts'
import {
  action,
  createActions,
  createEffect,
  createSelector,
  createSlice,
  createStore,
  fromReducer,
  importSession,
  memoryLog,
  PlayheadError,
  sessionText,
  topic,
} from '../index.ts'
import { slicesOf } from '../testing/index.ts'
import {
  changeSearch,
  changesBetween,
  countReaders,
  failureSearch,
  guardDispatch,
  inspectStore,
  showInstead,
  timeReducers,
  valueInState,
  watchAccepted,
  watchErrors,
} from './index.ts'

const shop = createActions('shop', {
  sold: action<number>({ redact: ['payload'] }),
  asked: action<string>(),
  moved: action<{ to: string }>({ topic: ({ to }) => ['shop', to, 'moved'] }),
  broke: action(),
  undone: action<number>({ undoable: true }),
})

const till = createSlice('till', { minor: 0 }, (on) => [
  on([shop.sold, shop.undone], (state, { payload }) => {
    state.minor += payload
  }),
  on(shop.broke, () => {
    throw new Error('the till is broken')
  }),
])

const doors = createSlice('doors', { opened: 0 }, (on) => [
  on(topic('shop.door.*'), (state) => {
    state.opened++
  }),
  on(topic('shop.asked'), (state) => {
    state.opened++
  }),
])

const answer = createEffect('answer', {
  on: shop.asked,
  flatten: 'merge',
  run: () => [shop.sold(1)],
  failed: () => shop.broke(),
})

const open = () => createStore({ slices: [till, doors], effects: [answer] })

const locked = () => new PlayheadError({ code: 'dispatch/parked', message: 'locked' })

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

describe('inspectStore', () => {
  it('[TLS-1] tells what a store is made of, as it is now', async () => {
    const store = open()
    const inspection = inspectStore(store)
    expect(inspection.sliceNames).toEqual(['till', 'doors'])
    expect(inspection.effectNames).toEqual(['answer'])
    expect(inspection.slices).toEqual([till, doors])
    expect(slicesOf(store)).toEqual([till, doors])
    expect(inspection.isDurable).toBe(false)
    const late = createSlice('late', 0, () => [])
    await store.add(late).ready
    expect(inspection.sliceNames).toEqual(['till', 'doors', 'late'])
    expect(() => inspectStore({ ...store })).toThrow('store/not-a-store')
  })

  it('[TLS-1] tells which slices fold a record, by type and by topic', () => {
    const { slicesOf: listening } = inspectStore(open())
    expect(listening(shop.sold(1))).toEqual(['till'])
    expect(listening(shop.asked('a'))).toEqual(['doors'])
    expect(listening(shop.moved({ to: 'door' }))).toEqual(['doors'])
    expect(listening(shop.moved({ to: 'window' }))).toEqual([])
    expect(listening({ type: 'other/type', payload: undefined })).toEqual([])
    const adopted = createStore({ slices: [fromReducer('old', (state: number = 0) => state)] })
    expect(inspectStore(adopted).slicesOf({ type: 'ANY', payload: undefined })).toEqual(['old'])
  })

  it('[TLS-1] tells what is known of a type', () => {
    const inspection = inspectStore(open())
    expect(inspection.topicOf(shop.moved({ to: 'door' }))).toBe('shop.door.moved')
    expect(inspection.topicOf({ type: 'shop/moved', payload: undefined })).toBeUndefined()
    expect(inspection.topicOf({ type: 'a/b', payload: undefined })).toBe('a.b')
    expect([inspection.hasOwnTopics('shop/moved'), inspection.hasOwnTopics('shop/sold')]).toEqual([true, false])
    expect([inspection.knows('shop/sold'), inspection.knows('shop/nothing')]).toEqual([true, false])
    expect(inspection.versionOf('shop/sold')).toBe(1)
    expect(inspection.redactionsOf('shop/sold')).toEqual(['payload'])
    expect(inspection.definedTypes()).toContain('shop/sold')
    expect(inspection.definedTypes()).not.toContain('playhead/voided')
  })

  it('[TLS-1] gives records in runs, and what memory holds', () => {
    const store = open()
    for (let n = 0; n < 3_000; n++) store.dispatch(shop.sold(n))
    const { records, bytes, checkpoints, segmentsMs } = inspectStore(store)
    expect(records.head).toBe(2_999)
    const run = records.around(2_000)
    expect(run?.records[2_000 - (run?.from ?? 0)]).toBe(store.recordAt(2_000))
    expect(records.around(3_000)).toBeUndefined()
    expect(records.offsetAt(records.timeAt(17))).toBeGreaterThanOrEqual(17)
    expect(bytes).toBeGreaterThan(100_000)
    expect(segmentsMs).toHaveLength(checkpoints)
  })
})

describe('an onlooker', () => {
  it('[TLS-2] refuses every dispatch, and lets it pass when it is gone', () => {
    const store = open()
    const errors: string[] = []
    store.error$.subscribe(({ code }) => errors.push(code))
    const stop = guardDispatch(store, locked)
    expect(() => store.dispatch(shop.sold(1))).toThrow('locked')
    expect(() => store.dispatch([shop.sold(1)])).toThrow('locked')
    store.connect(of(shop.sold(1)))
    expect(errors).toHaveLength(1)
    expect(store.timeline.playhead.head).toBe(-1)
    stop()
    store.dispatch(shop.sold(1))
    expect(store.timeline.playhead.head).toBe(0)
  })

  it('[TLS-2] gives way to a newer one, whose end it is not', () => {
    const store = open()
    const stopFirst = guardDispatch(store, locked)
    const stopSecond = guardDispatch(store, locked)
    stopFirst()
    expect(() => store.dispatch(shop.sold(1))).toThrow('locked')
    stopSecond()
    store.dispatch(shop.sold(1))
  })

  it('[TLS-3] is told of records from inside their dispatch, those of effects included', () => {
    const store = open()
    const seen: string[] = []
    let heads: number[] = []
    const stop = watchAccepted(store, (records) => {
      heads = [...heads, store.timeline.playhead.head]
      seen.push(...records.map(({ type }) => type))
    })
    store.dispatch([shop.sold(1), shop.asked('x')])
    stop()
    store.dispatch(shop.sold(2))
    expect(seen).toEqual(['shop/sold', 'shop/asked', 'shop/sold'])
    expect(heads[0]).toBe(-1)
  })

  it('[TLS-4] is told of errors, and leaves them to those who listen and to the console', () => {
    const store = open()
    expect(() => store.dispatch(shop.broke())).toThrow('broken')
    const seen: string[] = []
    const stop = watchErrors(store, ({ code }) => seen.push(code))
    expect(seen).toEqual(['fold/reducer-threw'])
    expect(() => store.dispatch(shop.broke())).toThrow('broken')
    stop()
    expect(() => store.dispatch(shop.broke())).toThrow('broken')
    expect(seen).toHaveLength(2)
    expect(console.error).toHaveBeenCalledTimes(3)
    const heard: string[] = []
    store.error$.subscribe(({ code }) => heard.push(code))
    expect(heard).toHaveLength(3)
  })
})

describe('showInstead', () => {
  const minorOf = (store: Store) => (store.getState() as { till: { minor: number } }).till.minor

  it('[TLS-5] lets a branch be read, watched and acted on in the place of a store, whose log stays its own', async () => {
    const store = open()
    for (const minor of [1, 2, 4]) store.dispatch(shop.sold(minor))
    const branch = store.timeline.fork({ without: [1] })
    await branch.ready
    const selected: number[] = []
    store.select(till).subscribe(({ minor }) => selected.push(minor))
    let moves = 0
    store.subscribe(() => moves++)
    showInstead(store, branch)
    expect([minorOf(store), store.get(till).minor, minorOf(store.live as Store)]).toEqual([5, 5, 7])
    store.dispatch(shop.sold(10))
    expect([minorOf(store), branch.timeline.playhead.head, store.timeline.playhead.head]).toEqual([15, 2, 2])
    void branch.timeline.seek(0)
    expect(minorOf(store)).toBe(1)
    showInstead(store, undefined)
    expect(minorOf(store)).toBe(7)
    branch.dispatch(shop.sold(100))
    expect(selected).toEqual([7, 5, 15, 1, 7])
    expect(moves).toBe(4)
  })

  it('[TLS-5] shows one at a time, and the store itself where it is named', () => {
    const store = open()
    store.dispatch(shop.sold(1))
    const [one, other] = [store.timeline.fork(), store.timeline.fork()]
    one.dispatch(shop.sold(10))
    other.dispatch(shop.sold(100))
    showInstead(store, one)
    showInstead(store, other)
    expect(minorOf(store)).toBe(101)
    let moves = 0
    store.subscribe(() => moves++)
    one.dispatch(shop.sold(1))
    expect(moves).toBe(0)
    showInstead(store, store)
    expect(minorOf(store)).toBe(1)
  })

  it('[TLS-5] undoes on what is shown', () => {
    const store = open()
    store.dispatch(shop.undone(1))
    const branch = store.timeline.fork()
    branch.dispatch(shop.undone(5))
    showInstead(store, branch)
    store.undo()
    expect(minorOf(store)).toBe(1)
    expect(store.timeline.playhead.head).toBe(0)
  })
})

describe('a search for changes', () => {
  it('[TLS-6] finds what blame finds, step by step, and tells how far it is', async () => {
    const store = open()
    for (let n = 0; n < 10_000; n++) store.dispatch(n % 1_000 === 7 ? shop.sold(n) : shop.moved({ to: 'door' }))
    const path = ['till', 'minor']
    const search = changeSearch(store, path, 9_999)
    const found: number[] = []
    const down: number[] = []
    for (const step of search.steps()) {
      found.push(...step.found.map(({ record }) => record.offset))
      down.push(search.down)
    }
    const blamed: number[] = []
    for await (const { record } of store.timeline.blame(path)) blamed.push(record.offset)
    expect(found).toEqual(blamed)
    expect(found).toHaveLength(10)
    expect(down).toEqual(down.toSorted((a, b) => b - a))
    expect(search.down).toBe(-1)
    expect(() => changeSearch(store, ['nowhere'], 5)).toThrow('timeline/bad-path')
    expect(() => changeSearch(store, path, 10_000)).toThrow('timeline/past-head')
  })

  it('[TLS-6] reads a value by its path, and compares states of two stores', () => {
    const store = open()
    store.dispatch(shop.sold(5))
    const branch = store.timeline.fork({ at: -1 })
    expect(valueInState(store.getState(), ['till', 'minor'])).toBe(5)
    expect(valueInState(store.getState(), ['till', 'no', 'thing'])).toBeUndefined()
    expect([...changesBetween(branch.getState(), store.getState())]).toEqual([
      { kind: 'changed', path: ['till', 'minor'], before: 0, after: 5 },
    ])
  })
})

describe('a search for failures', () => {
  it('[TLS-9] finds the quarantined records that were in the log when the store was opened', () => {
    const first = open()
    first.dispatch(shop.undone(1))
    for (let n = 0; n < 100; n++) first.dispatch(shop.sold(n))
    expect(() => first.dispatch(shop.broke())).toThrow('broken')
    first.undo()
    const { records } = importSession(sessionText(first))
    const store = createStore({ slices: [till, doors], log: memoryLog({ records }) })
    expect(() => store.dispatch(shop.broke())).toThrow('broken')
    const found = [...failureSearch(store)].flatMap((step) => step.found)
    expect(found.map(({ slice, offset, id }) => [slice, offset, id])).toEqual([['till', 101, records[101]?.id]])
    expect([...failureSearch(open())]).toEqual([])
  })
})

describe('countReaders', () => {
  it('[TLS-8] counts the selectors that a record runs again, and who is told', () => {
    const store = open()
    const minor = createSelector(till, ({ minor }) => minor)
    const isRich = createSelector(minor, (sum) => sum > 100)
    const doorsOpened = createSelector(doors, ({ opened }) => opened)
    store.dispatch([shop.sold(1), shop.sold(200), shop.moved({ to: 'door' }), { type: 'other/type' }])
    expect(countReaders(store, 0)).toEqual({ selectorsRun: 0, subscribersTold: 0 })
    for (const selector of [minor, minor, isRich, doorsOpened]) store.watch(selector, () => {})
    expect(countReaders(store, 0)).toEqual({ selectorsRun: 2, subscribersTold: 2 })
    expect(countReaders(store, 1)).toEqual({ selectorsRun: 2, subscribersTold: 3 })
    expect(countReaders(store, 2)).toEqual({ selectorsRun: 1, subscribersTold: 1 })
    expect(countReaders(store, 3)).toEqual({ selectorsRun: 0, subscribersTold: 0 })
  })

  it('[TLS-8] does not count beyond 2,000 of them, nor those who have gone', () => {
    const store = open()
    store.dispatch(shop.sold(1))
    const stops = Array.from({ length: 2_001 }, () => store.watch(till, () => {}))
    expect(countReaders(store, 0)).toBeUndefined()
    stops[0]?.()
    expect(countReaders(store, 0)).toMatchObject({ subscribersTold: 2_000 })
  })
})

describe('timeReducers', () => {
  it('[TLS-7] folds a record again by the slices that listen to it, and a slow one once', () => {
    let calls = 0
    const slow = createSlice('slow', 0, (on) => [
      on(shop.sold, (state) => {
        calls++
        return state + 1
      }),
    ])
    const store = createStore({ slices: [slow, doors] })
    store.dispatch(shop.sold(1))
    const state = store.getState()
    calls = 0
    const meter = { start: () => () => 50 }
    expect(timeReducers(store, 0, meter)).toEqual([{ slice: 'slow', ms: 50 }])
    expect(calls).toBe(1)
    expect(timeReducers(store, 0, { start: () => (records) => records / 100 })).toEqual([{ slice: 'slow', ms: 0.01 }])
    expect(store.getState()).toBe(state)
    expect(timeReducers(store, 1)).toEqual([])
  })

  it('[TLS-7] has nothing of a void, which no slice sees', () => {
    const store = open()
    store.dispatch(shop.undone(1))
    store.undo()
    expect(timeReducers(store, 1)).toEqual([])
  })
})
