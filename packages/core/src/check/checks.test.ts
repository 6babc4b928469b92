import { describe, expect, it, vi } from 'vitest'
import type { PlayheadError, Selector, Store } from '../index.ts'
import {
  action,
  createActions,
  createRecords,
  createSelector,
  createSelectorFamily,
  createSlice,
  createStore,
  fromReducer,
  prepared,
  sameValue,
  table,
} from '../index.ts'
import type { Folded } from './Checks.ts'
import { ReducerCheck } from './ReducerCheck.ts'

const notes = createActions('checkNotes', {
  wrote: action<{ id: string }>(),
  stamped: prepared((context, id: string) => ({ id, at: context.now() })),
  typed: action<string>(),
})

/** What a store tells, once the moment after a dispatch has passed. */
async function toldBy(store: Store, act: () => void): Promise<readonly PlayheadError[]> {
  const told: PlayheadError[] = []
  const listening = store.error$.subscribe((error) => told.push(error))
  act()
  await Promise.resolve()
  listening.unsubscribe()
  return told
}

/** A slice whose state is what a function gives. */
const reducing = (value: (time: number) => number) =>
  createSlice('pad', { value: 0 }, (on) => [
    on(notes.wrote, (state, { time }) => {
      state.value = value(time)
    }),
  ])

const wroteOnce = (store: Store) => () => void store.dispatch(notes.wrote({ id: 'a' }))

describe('a reducer', () => {
  it.each([
    ['new Date()', () => (new Date().getFullYear() > 2000 ? 1 : 0)],
    ['Date()', () => Math.sign(Date().length)],
    ['Date.now()', () => Math.sign(Date.now())],
    ['Math.random()', () => Math.floor(Math.random())],
    ['performance.now()', () => Math.sign(performance.now())],
    ['crypto.randomUUID()', () => crypto.randomUUID().length],
    ['crypto.getRandomValues()', () => crypto.getRandomValues(new Uint8Array(2)).length],
  ])(
    '[DVC-1] that asks %s is told with its slice and action, once, even where it comes to the same',
    async (name, value) => {
      const store = createStore({ slices: [reducing(value)] })
      const told = await toldBy(store, () => {
        for (let i = 0; i < 20; i++) store.dispatch(notes.wrote({ id: 'a' }))
      })
      expect(told.map(({ code, severity }) => [code, severity])).toEqual([['check/impure-reducer', 'warning']])
      expect(told[0]?.message).toContain(`slice "pad" for "checkNotes/wrote" is not pure: it used ${name}`)
      expect(told[0]?.record?.type).toBe('checkNotes/wrote')
    },
  )

  it('[DVC-1] that keeps something outside its state is told', async () => {
    let outside = 0
    const counting = createStore({ slices: [reducing(() => ++outside)] })
    const told = await toldBy(counting, wroteOnce(counting))
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('it gave another state')])

    const seen = new Set<number>()
    const once = (time: number) => {
      if (seen.has(time)) throw new Error('twice')
      seen.add(time)
      return 1
    }
    const throwing = createStore({ slices: [reducing(once)] })
    const threw = await toldBy(throwing, wroteOnce(throwing))
    expect(threw.map(({ message }) => message)).toEqual([expect.stringContaining('when it was run again: twice')])
  })

  it('[DVC-1] that is pure is not: given dates, tables, new objects each time, and a Redux reducer', async () => {
    class Day extends Date {}
    const pure = createSlice('pure', { rows: table<string, { at: Date }>(), last: { day: 0 } }, (on) => [
      on(notes.stamped, (state, { payload, time }) => {
        const at = new Date(payload.at)
        if (!(at instanceof Date) || !(new Day(time) instanceof Day)) throw new Error('no date')
        state.rows.set(payload.id, { at })
        state.last = { day: Date.UTC(2026, 0, 1) + at.getTime() }
      }),
    ])
    const redux = fromReducer('redux', (state: { n: number } | undefined = { n: 0 }, { type }) => ({
      n: type === notes.stamped.type ? state.n + 1 : state.n,
    }))
    const store = createStore({ slices: [pure, redux] })
    const told = await toldBy(store, () => {
      for (let i = 0; i < 40; i++) store.dispatch(notes.stamped(`${i}`))
    })
    expect(told).toEqual([])
    expect(store.get(redux).n).toBe(40)
  })

  it('[DVC-1] is run again for the 1st, 2nd, 4th, 8th … record of its type, then every 65,536th, and leaves the platform as it was', () => {
    const platform = [Date, Math.random, performance.now, crypto.randomUUID, crypto.getRandomValues]
    const again: number[] = []
    const check = new ReducerCheck()
    const record = createRecords([{ time: 1, action: notes.wrote({ id: 'a' }) }], { client: 'c', random: () => 0 })[0]
    for (let fold = 1; fold <= 200_000; fold++)
      check.folded({
        slice: 'pad',
        reduce: () => again.push(fold),
        before: 0,
        after: again.length + 1,
        record,
      } as Folded)
    expect(again).toEqual([...Array.from({ length: 17 }, (_, power) => 2 ** power), 131_072, 196_608])
    expect([Date, Math.random, performance.now, crypto.randomUUID, crypto.getRandomValues]).toEqual(platform)
    expect(Object.hasOwn(performance, 'now')).toBe(false)
  })
})

describe('a selector', () => {
  const page = createSlice('page', { filter: '', rows: table<string, { id: string }>() }, (on) => [
    on(notes.wrote, (state, { payload }) => state.rows.set(payload.id, payload)),
    on(notes.typed, (state, { payload }) => {
      state.filter = payload
    }),
  ])
  const watched = (...selectors: readonly Selector<unknown>[]) => {
    const store = createStore({ slices: [page] })
    for (const each of selectors) store.watch(each, () => {})
    return store
  }
  let typed = 0
  const type = (store: Store, times: number) => () => {
    for (let i = 0; i < times; i++) store.dispatch(notes.typed(`text ${typed++}`))
  }

  it('[DVC-2] that gives another object with the same content is told the third time, once, with its source', async () => {
    const store = watched(createSelector(page, (state) => ({ isLong: state.filter.length > 100 })))
    expect(await toldBy(store, type(store, 2))).toEqual([])
    const told = await toldBy(store, type(store, 60))
    expect(told.map(({ code, severity }) => [code, severity])).toEqual([['check/unstable-selector', 'warning']])
    expect(told[0]?.message).toContain('isLong: state.filter.length > 100')
    expect(told[0]?.message).toContain('{ equal: sameValue }')
  })

  it('[DVC-2] is told once for all members of a family', async () => {
    const family = createSelectorFamily(page, (state, id: string) => [state.filter.length > 100, id])
    const members = ['a', 'b', 'c'].map((id) => family(id))
    const store = watched(...members)
    expect(await toldBy(store, type(store, 20))).toHaveLength(1)
  })

  it('[DVC-2] that gives what has changed, or says what is equal, is not', async () => {
    const ids = createSelector(page, (state) => [...state.rows.keys()])
    const equal = createSelector(page, (state) => ({ isLong: state.filter.length > 100 }), { equal: sameValue })
    const isLong = createSelector(page, (state) => state.filter.length > 100)
    const store = watched(ids, equal, isLong)
    const told = await toldBy(store, () => {
      for (let i = 0; i < 20; i++) store.dispatch(notes.wrote({ id: `${i}` }))
      type(store, 20)()
    })
    expect(told).toEqual([])
  })
})

describe('a log', () => {
  const quiet = createSlice('quiet', 0, (on) => [on(notes.wrote, (n) => n)])
  const storeAt = (time: { now: number }) => createStore({ slices: [quiet], clock: { now: () => time.now } })
  const codesOf = (told: readonly PlayheadError[]) => told.map(({ code, severity }) => [code, severity])

  it('[DVC-3] that takes more than 100,000 records within a minute is told once, with the types', async () => {
    const time = { now: 0 }
    const store = storeAt(time)
    const thousand = Array.from({ length: 1_000 }, () => notes.wrote({ id: 'a' }))
    const grow = (times: number) => () => {
      for (let i = 0; i < times; i++) store.dispatch(thousand)
    }
    expect(await toldBy(store, grow(100))).toEqual([])
    time.now = 60_000
    expect(await toldBy(store, grow(100))).toEqual([])
    const told = await toldBy(store, grow(102))
    expect(codesOf(told)).toEqual([['check/growing-log', 'warning']])
    expect(told[0]?.message).toContain('"checkNotes/wrote" (100,001 records')
  })

  it('[DVC-3] that takes more than 64 MiB of payloads within a minute is told', async () => {
    const store = storeAt({ now: 0 })
    const large = notes.wrote({ id: 'x'.repeat(60_000) })
    const grow = (times: number) => () => {
      for (let i = 0; i < times; i++) store.dispatch(large)
    }
    expect(await toldBy(store, grow(1_100))).toEqual([])
    expect(codesOf(await toldBy(store, grow(100)))).toEqual([['check/growing-log', 'warning']])
  })
})

describe('a warning', () => {
  it('[DVC-4] is printed as one while nobody listens, and an error as an error', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const error = vi.spyOn(console, 'error').mockReturnValue()
    try {
      const store = createStore({ slices: [reducing(() => Math.random())] })
      store.dispatch(notes.wrote({ id: 'a' }))
      await Promise.resolve()
      expect([warn.mock.calls.length, error.mock.calls.length]).toEqual([1, 0])
      store.dispatch({ type: 'nobody/knows' })
      expect([warn.mock.calls.length, error.mock.calls.length]).toEqual([1, 1])
    } finally {
      warn.mockRestore()
      error.mockRestore()
    }
  })
})
