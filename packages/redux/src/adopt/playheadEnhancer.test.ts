import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { importSession, sessionText } from '@playhead/core'
import type { Action, Reducer } from 'redux'
import { applyMiddleware, combineReducers, createStore as createReduxStore } from 'redux'
import createSagaMiddleware from 'redux-saga'
import { put, takeEvery } from 'redux-saga/effects'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { playheadEnhancer, playheadOf } from './playheadEnhancer.ts'
import type { Shop } from './shop.fixtures.ts'
import { cart, createShop, products, restock, shopSelectors } from './shop.fixtures.ts'

const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  if (request.url?.endsWith('/XXX')) response.statusCode = 404
  response.end(JSON.stringify({ rate: 1.5 }))
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

/** A day in the shop, the same for a store with and without the log. */
async function shopDay({ store, api }: Shop) {
  const states: unknown[] = []
  store.subscribe(() => states.push(store.getState().cart))
  await store.dispatch(restock(['pear', 'apple']))
  await store.dispatch(restock([]))
  store.dispatch(products.actions.repriced({ id: 'p0', changes: { minor: 250 } }))
  store.dispatch(cart.actions.added('p1'))
  store.dispatch(cart.actions.added('p1'))
  const asked = store.dispatch(api.endpoints.rate.initiate('USD'))
  const failed = store.dispatch(api.endpoints.rate.initiate('XXX'))
  const answers = [(await asked).data, (await failed).isError]
  asked.unsubscribe()
  const { api: _, ...state } = store.getState()
  return {
    state,
    answers,
    carts: states.at(-1),
    names: shopSelectors.selectAll(store.getState()).map(({ name }) => name),
  }
}

const counter = (state: { n: number } | undefined, action: Action) =>
  action.type === 'added' ? { n: (state?.n ?? 0) + 1 } : (state ?? { n: 0 })

const counting = (reducer: Reducer = counter, options = {}) => createReduxStore(reducer, playheadEnhancer(options))

describe('a Redux Toolkit application with the enhancer', () => {
  it('[RED-1] behaves as it does without', async () => {
    const plain = await shopDay(createShop(origin))
    const logged = await shopDay(createShop(origin, playheadEnhancer()))
    expect(logged).toEqual(plain)
    expect(logged.names).toEqual(['apple', 'pear'])
  })

  it('[RED-2] records what reaches the reducers, and comes to the same state at every place in a replay', async () => {
    const shop = createShop(origin, playheadEnhancer())
    const log = playheadOf(shop.store)
    const lived: unknown[] = []
    log.action$.subscribe(() => lived.push(log.live.getState().state))
    await shopDay(shop)
    expect(lived.length).toBeGreaterThan(12)
    for (const [offset, state] of lived.entries()) {
      await log.timeline.seek(offset)
      expect(shop.store.getState()).toEqual(state)
    }
    log.timeline.live()
    expect(shop.store.getState()).toEqual(lived.at(-1))
  })

  it('[RED-3] keeps what cannot be stored in memory, marked, and leaves it out of sessions', async () => {
    const shop = createShop(origin, playheadEnhancer())
    const log = playheadOf(shop.store)
    await shop.store.dispatch(shop.api.endpoints.rate.initiate('USD'))
    const answered = [...Array(log.timeline.playhead.head + 1).keys()]
      .map((offset) => log.recordAt(offset))
      .find((record) => record?.type === 'api/executeQuery/fulfilled')
    expect(answered?.rest).toMatchObject({
      '@@playhead': { left: expect.arrayContaining(['meta.baseQueryMeta.request', 'meta.baseQueryMeta.response']) },
    })
    const { records, report } = importSession(sessionText(log))
    expect(report.problems).toEqual([])
    expect(records.at(answered?.offset ?? -1)?.payload).toEqual({ rate: 1.5 })
  })
})

describe('playheadEnhancer', () => {
  it('[RED-4] gives functions, DOM-like events and instances to the reducer, also in a replay', async () => {
    class Pointer {
      readonly #secret = 1
      at = 5
      read() {
        return this.#secret
      }
    }
    const seen: unknown[] = []
    const store = counting((state = { n: 0 }, action) => {
      if (action.type !== 'pointed') return state
      const { event, ask } = action as unknown as { event: Pointer; ask(): number }
      seen.push(event.read() + ask())
      return { n: state.n + event.at }
    })
    const itself: { type: string; self?: unknown } = { type: 'looped' }
    itself.self = itself
    store.dispatch({ type: 'pointed', event: new Pointer(), ask: () => 2 })
    store.dispatch(itself)
    store.dispatch({
      type: 'odd',
      get broken() {
        throw new Error('no')
      },
    })
    expect(store.getState()).toEqual({ n: 5 })
    await store.playhead.timeline.seek(-1)
    expect(store.getState()).toEqual({ n: 0 })
    await store.playhead.timeline.seek(2)
    expect(store.getState()).toEqual({ n: 5 })
    expect(store.playhead.recordAt(0)?.rest).toMatchObject({
      event: '[Pointer]',
      '@@playhead': { left: ['event', 'ask'] },
    })
    expect(store.playhead.recordAt(1)?.rest).toMatchObject({ self: '[itself]' })
  })

  it('[RED-5] shows the past to subscribers while records are appended at the head', async () => {
    const store = counting()
    const seen: number[] = []
    for (let n = 0; n < 3; n++) store.dispatch({ type: 'added' })
    store.subscribe(() => seen.push((store.getState() as { n: number }).n))
    await store.playhead.timeline.seek(0)
    store.dispatch({ type: 'added' })
    expect(store.getState()).toEqual({ n: 1 })
    store.playhead.timeline.live()
    expect(seen).toEqual([1, 1, 4])
  })

  it('[RED-6] runs a dispatch inside a subscriber at once, as Redux does', () => {
    const store = counting()
    let nested: unknown
    store.subscribe(() => {
      if (nested !== undefined) return
      nested = 'begun'
      store.dispatch({ type: 'added' })
      nested = store.getState()
    })
    store.dispatch({ type: 'added' })
    expect(nested).toEqual({ n: 2 })
  })

  it('[RED-6] lets a reducer throw to the caller, and goes on', () => {
    const store = counting((state = { n: 0 }, action) => {
      if (action.type === 'broken') throw new Error('out of order')
      return counter(state, action)
    })
    store.playhead.error$.subscribe()
    store.dispatch({ type: 'added' })
    expect(() => store.dispatch({ type: 'broken' })).toThrow('out of order')
    store.dispatch({ type: 'added' })
    expect(store.getState()).toEqual({ n: 2 })
    expect(() => store.dispatch((() => {}) as never)).toThrow(/plain objects/)
  })

  it('[RED-7] names a reducer that writes to its state, and the past stays', async () => {
    const store = counting((state = { list: [] as number[] }, action) => {
      if (action.type === 'pushed') state.list.push(1)
      return action.type === 'pushed' ? { ...state } : state
    })
    store.playhead.error$.subscribe()
    expect(() => store.dispatch({ type: 'pushed' })).toThrow('(redux/mutating-reducer)')
    expect(store.getState()).toEqual({ list: [] })
  })

  it('[RED-7] names a reducer that is impure', async () => {
    const warned = vi.fn()
    const store = counting((state = { n: 0 }, action) => (action.type === 'rolled' ? { n: Math.random() } : state))
    store.playhead.error$.subscribe(({ code }) => warned(code))
    store.dispatch({ type: 'rolled' })
    await Promise.resolve()
    expect(warned).toHaveBeenCalledWith('check/impure-reducer')
  })

  it('[RED-8] replaces a reducer from here on, and a replay does what was done', async () => {
    const store = counting(combineReducers({ a: counter }) as Reducer)
    store.dispatch({ type: 'added' })
    store.replaceReducer(combineReducers({ a: counter, late: counter }) as Reducer)
    expect(store.getState()).toEqual({ a: { n: 1 }, late: { n: 0 } })
    store.dispatch({ type: 'added' })
    expect(store.getState()).toEqual({ a: { n: 2 }, late: { n: 1 } })
    await store.playhead.timeline.seek(0)
    expect(store.getState()).toEqual({ a: { n: 1 } })
    await store.playhead.timeline.seek(2)
    expect(store.getState()).toEqual({ a: { n: 2 }, late: { n: 1 } })
  })

  it('[RED-8] folds the log again by a reducer that was edited, where that is asked for', async () => {
    const store = counting(counter, { replaced: 'refold' })
    store.dispatch({ type: 'added' })
    store.dispatch({ type: 'added' })
    store.replaceReducer(((state = { n: 0 }, action: Action) =>
      action.type === 'added' ? { n: state.n + 10 } : state) as Reducer)
    await vi.waitFor(() => expect(store.getState()).toEqual({ n: 20 }))
  })

  it('[RED-9] keeps stores apart, and starts from a preloaded state', async () => {
    const one = createReduxStore(counter, { n: 7 }, playheadEnhancer())
    const other = counting()
    one.dispatch({ type: 'added' })
    expect([one.getState(), other.getState()]).toEqual([{ n: 8 }, { n: 0 }])
    await one.playhead.timeline.seek(-1)
    expect(one.getState()).toEqual({ n: 7 })
    expect(() => playheadOf(createReduxStore(counter))).toThrow('playheadEnhancer()')
  })

  it('[RED-10] runs sagas, which see what they put', () => {
    const saga = createSagaMiddleware()
    const store = createReduxStore(
      counter,
      (next) => (reducer, state) =>
        applyMiddleware(saga)(playheadEnhancer()(next as never) as never)(reducer as never, state as never) as never,
    )
    saga.run(function* () {
      yield takeEvery('asked', function* () {
        yield put({ type: 'added' })
      })
    })
    store.dispatch({ type: 'asked' })
    expect(store.getState()).toEqual({ n: 1 })
  })

  it('[RED-11] branches: what if one action had not been', async () => {
    const store = counting()
    for (let n = 0; n < 4; n++) store.dispatch({ type: 'added' })
    const branch = await store.playhead.timeline.fork({ at: 3, without: [1] })
    await branch.ready
    expect(branch.getState()).toEqual({ state: { n: 3 } })
    expect(store.getState()).toEqual({ n: 4 })
  })
})
