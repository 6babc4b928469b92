import { NEVER } from 'rxjs'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { infoOf } from '../action/registry.ts'
import type { LogRecord } from '../index.ts'
import {
  action,
  createActions,
  createEffect,
  createSlice,
  createStore,
  fromReducer,
  memoryLog,
  prepared,
  topic,
} from '../index.ts'
import { asOffset } from '../log/Offset.ts'
import { happened } from '../testing/contractRecords.ts'
import { matches } from './matches.ts'
import { TriggerRoutes } from './TriggerRoutes.ts'

const shop = createActions('shop', {
  opened: action<{ id: string; owner: string }>({ topic: (p) => ['bank', 'account', p.id, 'opened'] }),
  moved: prepared((_, to: number) => ({ to }), { topic: ({ to }) => ['moved', to] }),
  closed: action(),
  worded: action<readonly unknown[]>({ topic: (words) => words as readonly string[] }),
  careless: action<{ id?: string }>({ topic: ({ id }) => ['careless', (id as string).toUpperCase()] }),
})

const seen = createSlice('seen', [] as string[], (on) => [
  on(topic('bank.account.*.opened'), (state, { type, payload }) => {
    state.push(`${type} ${JSON.stringify(payload)}`)
  }),
])

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))

describe('topics in slices', () => {
  it('[TOP-4] bring a record by the topic of its action', () => {
    const store = createStore({ slices: [seen] })
    store.dispatch(shop.opened({ id: 'a', owner: 'Ann' }))
    store.dispatch(shop.closed())
    expect(store.get(seen)).toEqual(['shop/opened {"id":"a","owner":"Ann"}'])
  })

  it('[TOP-4] read the type with `/` as `.` where the action says nothing, also of types that nobody defined', () => {
    const types = createSlice('types', [] as string[], (on) => [
      on([topic('shop.closed'), topic('*.*.done')], (state, { type }) => {
        state.push(type)
      }),
    ])
    const store = createStore({ slices: [types] })
    const codes: string[] = []
    store.error$.subscribe(({ code }) => codes.push(code))
    store.dispatch(shop.closed())
    store.dispatch({ type: 'job/import.done' })
    store.dispatch({ type: 'job/import' })
    expect(store.get(types)).toEqual(['shop/closed', 'job/import.done'])
    expect(codes).toEqual(['action/unknown-type'])
  })

  it('[TOP-5] fold with the case of the type first, then by topic as written, as one step', () => {
    const order = createSlice('order', [] as string[], (on) => [
      on(topic('#'), (state) => {
        state.push('#')
      }),
      on(shop.opened, (state, { payload }) => {
        state.push(payload.id)
      }),
      on(topic('bank.#'), (state, { payload }) => {
        state.push('bank')
        if ((payload as { owner: string }).owner === 'nobody') throw new Error('no owner')
      }),
    ])
    const store = createStore({ slices: [order] })
    store.dispatch(shop.opened({ id: 'a', owner: 'Ann' }))
    expect(store.get(order)).toEqual(['a', '#', 'bank'])
    expect(() => store.dispatch(shop.opened({ id: 'b', owner: 'nobody' }))).toThrow('no owner')
    expect(store.get(order)).toEqual(['a', '#', 'bank'])
  })

  it('[TOP-5] stand beside adopted reducers, and refuse one pattern twice', () => {
    const count = fromReducer('count', (n: number | undefined = 0) => n + 1) // 1 from the start
    const store = createStore({ slices: [count, seen] })
    store.dispatch(shop.opened({ id: 'a', owner: 'Ann' }))
    expect(store.get(count)).toBe(2)
    expect(store.get(seen)).toHaveLength(1)
    const twice = createSlice('twice', 0, (on) => [on(topic('a.*'), (n) => n), on(topic('a.*'), (n) => n)])
    expect(() => createStore({ slices: [twice] })).toThrow('(slice/duplicate-case)')
  })

  it('[TOP-6] go by the payload of each record, however many topics one action has', () => {
    const b = createSlice('b', 0, (on) => [on(topic('bank.account.b.*'), (n) => n + 1)])
    const store = createStore({ slices: [b] })
    for (const id of ['a', 'b', 'c', 'b']) store.dispatch(shop.opened({ id, owner: 'Ann' }))
    expect(store.get(b)).toBe(2)
  })

  it.each([
    [['a', ''], 'the empty text as word 2'],
    [['a.b'], '"a.b", which holds a "."'],
    [[1.5], '"1.5", which holds a "."'],
    [[Number.NaN], 'NaN (number)'],
    [[null], 'null (object)'],
    ['text', 'is text, not a list'],
    [['x'.repeat(256)], 'takes 256 bytes'],
  ])('[TOP-6] refuse the words %j before anything changes', (words, why) => {
    const store = createStore({ slices: [seen] })
    expect(() => store.dispatch(shop.worded(words as never))).toThrow(why)
    expect(() => store.dispatch(shop.worded(words as never))).toThrow('(topic/bad-word)')
    expect(store.timeline.playhead.head).toBe(-1)
  })

  it('[TOP-6] refuse an action whose topic throws', () => {
    const store = createStore({ slices: [] })
    expect(() => store.dispatch(shop.careless({}))).toThrow('(topic/failed)')
  })

  it('[TOP-6] leave a stored record whose topic cannot be made out of the slices that listen to topics, and tell of it', () => {
    const closings = createSlice('closings', 0, (on) => [on(shop.careless, (n) => n + 1)])
    const stored = { ...happened(0, { type: 'shop/careless', payload: {} }), offset: asOffset(0) }
    const store = createStore({ slices: [seen, closings], log: memoryLog({ records: [stored] }) })
    expect(store.get(seen)).toEqual([])
    expect(store.get(closings)).toBe(1)
    store.dispatch(shop.opened({ id: 'a', owner: 'Ann' }))
    expect(store.get(seen)).toHaveLength(1)
  })
})

describe('topics in effects', () => {
  it('[TOP-4] start runs and cancel them, and give the record that fits', async () => {
    const ran: string[] = []
    const watch = createEffect('watch', {
      on: [topic('bank.account.*.opened'), topic('bank.#')],
      flatten: 'merge',
      cancelOn: topic('moved.*'),
      run: ({ type }, { signal }) => {
        ran.push(type)
        signal.addEventListener('abort', () => ran.push('cancelled'))
        return NEVER
      },
      failed: () => [],
    })
    const store = createStore({ slices: [seen], effects: [watch] })
    store.dispatch([shop.opened({ id: 'a', owner: 'Ann' }), shop.closed()])
    expect(ran).toEqual(['shop/opened'])
    store.dispatch(shop.moved(5))
    expect(ran).toEqual(['shop/opened', 'cancelled'])
  })
})

describe('store.topic', () => {
  const heard = (pattern: string) => {
    const store = createStore({ slices: [seen] })
    const records: LogRecord[] = []
    let completed = false
    const subscription = store.topic(pattern).subscribe({
      next: (record) => records.push(record),
      complete: () => {
        completed = true
      },
    })
    return { store, records, subscription, completed: () => completed }
  }

  it('[TOP-7] is a stream of the live records that fit, after they were folded', () => {
    const store = createStore({ slices: [seen] })
    const folded: number[] = []
    store.topic('bank.account.*.opened').subscribe(() => folded.push(store.get(seen).length))
    store.dispatch([shop.opened({ id: 'a', owner: 'Ann' }), shop.closed(), shop.opened({ id: 'b', owner: 'Bo' })])
    expect(folded).toEqual([2, 2])
  })

  it('[TOP-7] sees no record of before, and none in a replay', async () => {
    const { store, records } = heard('#')
    store.dispatch(shop.closed())
    await store.timeline.seek(-1)
    await store.timeline.step(1)
    store.timeline.live()
    expect(records).toHaveLength(1)
  })

  it('[TOP-7] ends with its subscription, and completes with the store, also for who comes late', async () => {
    const { store, records, subscription } = heard('shop.closed')
    const completed: string[] = []
    store.topic('x').subscribe({ complete: () => completed.push('x') })
    store.dispatch(shop.closed())
    subscription.unsubscribe()
    store.dispatch(shop.closed())
    expect(records).toHaveLength(1)
    await store.close()
    store.topic('y').subscribe({ complete: () => completed.push('y') })
    store.topic('z').subscribe({ complete: () => completed.push('z') })
    expect(completed).toEqual(['x', 'y', 'z'])
  })

  it('[TOP-7] hands a record once to each listener, also when they come and go while it is being told', () => {
    const store = createStore({ slices: [seen] })
    const told: string[] = []
    const listenToAll = () => store.topic('#').subscribe(() => told.push('third'))
    const first = store.topic('shop.#').subscribe(() => {
      told.push('first')
      first.unsubscribe()
      listenToAll()
    })
    store.topic('#.closed').subscribe(() => told.push('second'))
    store.dispatch(shop.closed())
    expect(told).toEqual(['first', 'second'])
    store.dispatch(shop.closed())
    expect(told).toEqual(['first', 'second', 'second', 'third'])
  })

  it('[TOP-3] refuses a bad pattern when it is asked for, not when it is subscribed to', () => {
    const { store } = heard('#')
    expect(() => store.topic('#.#.#.#.#')).toThrow('(topic/too-many-hashes)')
  })
})

describe('routes', () => {
  const found = (routes: TriggerRoutes<string>, type: string, payload?: unknown) => routes.of({ type, payload })

  it('[TOP-8] find values by type and by topic, once each, in the order in which they were added', () => {
    const routes = new TriggerRoutes<string>(infoOf)
    routes.add(topic('#'), 'all')
    routes.add([shop.closed, topic('shop.*')], 'closed')
    const remove = routes.add(shop.closed, 'closed too')
    routes.add(topic('bank.account.a.*'), 'a')
    expect(found(routes, 'shop/closed')).toEqual(['all', 'closed', 'closed too'])
    expect(found(routes, 'shop/opened', { id: 'a' })).toEqual(['all', 'a'])
    expect(found(routes, 'shop/opened', { id: 'b' })).toEqual(['all'])
    remove()
    remove()
    expect(found(routes, 'shop/closed')).toEqual(['all', 'closed'])
  })

  it('[TOP-8] ask no action for its topic while nobody listens to topics', () => {
    const routes = new TriggerRoutes<string>(infoOf)
    routes.add(shop.careless, 'careless')
    expect(found(routes, 'shop/careless', {})).toEqual(['careless'])
    const remove = routes.add(topic('#'), 'all')
    expect(() => found(routes, 'shop/careless', {})).toThrow('(topic/failed)')
    remove()
    expect(found(routes, 'shop/careless', {})).toEqual(['careless'])
  })

  it('[TOP-8] go on where more topics were seen than are remembered', () => {
    const routes = new TriggerRoutes<string>(infoOf)
    routes.add(topic('moved.7'), 'seven')
    for (let to = 0; to < 10_010; to++) found(routes, 'shop/moved', { to })
    expect(found(routes, 'shop/moved', { to: 7 })).toEqual(['seven'])
    expect(found(routes, 'shop/moved', { to: 8 })).toEqual([])
  })

  it('[TOP-8] agree with the question for one trigger', () => {
    const opened = { type: 'shop/opened', payload: { id: 'a' } }
    expect(matches(topic('bank.#'), opened, infoOf)).toBe(true)
    expect(matches(topic('shop.#'), opened, infoOf)).toBe(false)
    expect(matches(shop.opened, opened, infoOf)).toBe(true)
    expect(matches(shop.closed, opened, infoOf)).toBe(false)
  })
})
