import { EventEmitter } from 'node:events'
import { merge, of, Observable as RxObservable, Subject, take } from 'rxjs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { StreamSource } from '../index.ts'
import { action, createActions, createSlice, createStore, fromEvents, fromStream } from '../index.ts'
import { samples } from './sources.fixtures.ts'

const clicks = createActions('clicks', { clicked: action<number>() })
const sum = createSlice('sum', 0, (on) => [on(clicks.clicked, (n, { payload }) => n + payload)])

/** A source of any kind hands on what it was fed, and is let go: at once, after its promises, or a turn later. */
const settled = async () => {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setTimeout(resolve))
}

function connected(source: StreamSource<number>, toAction = (n: number) => clicks.clicked(n)) {
  const store = createStore({ slices: [sum] })
  const codes: string[] = []
  store.error$.subscribe(({ code }) => codes.push(code))
  const connection = store.connect(source, toAction)
  return { store, codes, connection, sum: () => store.get(sum) }
}

describe.each(samples)('a stream of %s', (_, make) => {
  it('[STR-8] may never emit, and is let go', async () => {
    const { source, held } = make()
    const { connection, sum } = connected(source)
    expect(held()).toBe(1)
    await settled()
    connection.unsubscribe()
    await settled()
    expect([sum(), held()]).toEqual([0, 0])
  })

  it('[STR-8] may end empty, or with one or many values, and is let go', async () => {
    for (const values of [[], [5], [1, 2, 3]]) {
      const { source, feed, held } = make()
      const { sum, codes } = connected(source)
      for (const value of values) feed.next(value)
      feed.complete()
      await settled()
      expect([sum(), held(), codes]).toEqual([values.reduce((a, b) => a + b, 0), 0, []])
    }
  })

  it('[STR-8] may fail: what it had said stays, the error is told once, and it is let go', async () => {
    const { source, feed, held } = make()
    const { sum, codes } = connected(source)
    feed.next(1)
    feed.error(new Error('socket closed'))
    feed.error(new Error('again'))
    feed.next(10)
    await settled()
    expect([sum(), held(), codes]).toEqual([1, 0, ['stream/failed']])
  })

  it('[STR-8] is let go early, and nothing of it comes any more', async () => {
    const { source, feed, held } = make()
    const { sum, connection } = connected(source)
    feed.next(1)
    await settled()
    connection.unsubscribe()
    connection.unsubscribe()
    feed.next(10)
    await settled()
    expect([sum(), held()]).toEqual([1, 0])
  })

  it('[STR-8] is let go when the store closes', async () => {
    const { source, held } = make()
    const { store } = connected(source)
    await store.close()
    await settled()
    expect(held()).toBe(0)
  })

  it('[STR-8] is let go by an operator that has enough', async () => {
    const { source, feed, held } = make()
    const { sum } = connected(fromStream(source).pipe(take(2)))
    for (const value of [1, 2, 4]) feed.next(value)
    await settled()
    expect([sum(), held()]).toEqual([3, 0])
  })

  it('[STR-8] goes on after a callback that throws', async () => {
    const { source, feed, held } = make()
    const { sum, codes } = connected(source, (n) => {
      if (n === 2) throw new Error('cannot map')
      return clicks.clicked(n)
    })
    for (const value of [1, 2, 4]) feed.next(value)
    await settled()
    expect([sum(), held(), codes]).toEqual([5, 1, ['stream/emission-refused']])
  })

  it('[STR-9] works merged with others as it does alone', async () => {
    const [one, two] = [make(), make()]
    const { sum, connection } = connected(merge(fromStream(one.source), fromStream(two.source), of(100)))
    one.feed.next(1)
    two.feed.next(10)
    one.feed.complete()
    await settled()
    expect([sum(), one.held(), two.held()]).toEqual([111, 0, 1])
    connection.unsubscribe()
    await settled()
    expect(two.held()).toBe(0)
  })

  it('[STR-8] is held as long as one of its subscribers is there', async () => {
    const { source, held } = make()
    const stream = fromStream(source)
    const [first, second] = [stream.subscribe(), stream.subscribe()]
    first.unsubscribe()
    await settled()
    expect(held()).toBe(1)
    second.unsubscribe()
    await settled()
    expect(held()).toBe(0)
  })
})

describe('other streams', () => {
  it('[STR-5] give a value that they had before they ended', () => {
    const constant = {
      onValue(handler: (value: number) => unknown) {
        handler(5)
        return () => {}
      },
      onEnd(handler: () => unknown) {
        handler()
        return () => {}
      },
    }
    expect(connected(constant).sum()).toBe(5)
  })

  it('[STR-5] need not give a way to be ended: an onValue may give the stream itself', () => {
    const stream = {
      onValue(handler: (value: number) => unknown): unknown {
        handler(3)
        return stream
      },
    }
    const { sum, connection } = connected(stream)
    connection.unsubscribe()
    expect(sum()).toBe(3)
  })

  it('[STR-5] are stopped in the middle of what they push at once, where they heed the signal', () => {
    let pushed = 0
    const endless = {
      subscribe(observer: { next(value: number): void }, { signal }: { readonly signal: AbortSignal }) {
        while (!signal.aborted && pushed < 1_000) observer.next(pushed++)
      },
    }
    const values: number[] = []
    fromStream(endless as StreamSource<number>)
      .pipe(take(3))
      .subscribe((value) => values.push(value))
    expect([values, pushed]).toEqual([[0, 1, 2], 3])
  })

  it('[STR-5] of RxJS that push at once are stopped in the middle, and so are those of another copy of it', () => {
    let pushed = 0
    const endless = new RxObservable<number>((subscriber) => {
      while (!subscriber.closed && pushed < 1_000) subscriber.next(pushed++)
    })
    const values: number[] = []
    const record = (value: number) => values.push(value)
    fromStream(endless).pipe(take(3)).subscribe(record)
    const foreign = { '@@observable': () => endless }
    fromStream<number>(foreign as never)
      .pipe(take(2))
      .subscribe(record)
    expect([values, pushed]).toEqual([[0, 1, 2, 3, 4], 5])
  })

  it('[STR-5] are found under each key that a library may use, whenever it was loaded', () => {
    vi.stubGlobal('Symbol', Object.assign(Object.create(Symbol), { observable: Symbol.for('observable') }))
    const late = { [Symbol.for('observable')]: () => of(1) }
    const early = { '@@observable': () => of(2) }
    expect(connected(late as never).sum()).toBe(1)
    expect(connected(early as never).sum()).toBe(2)
    const store = createStore({ slices: [sum] }) as unknown as Record<PropertyKey, unknown>
    expect(typeof store['@@observable']).toBe('function')
    expect(typeof store[Symbol.for('observable')]).toBe('function')
  })

  it('[STR-6] that answer Symbol.observable with something else are refused', () => {
    expect(() => fromStream({ '@@observable': () => 5 } as never)).toThrow('has no subscribe')
    expect(() => fromStream(null as never)).toThrow('Cannot read null as a stream')
    expect(() => fromStream(Symbol('s') as never)).toThrow('a symbol')
    expect(() => fromStream((() => {}) as never)).toThrow('the function (anonymous)')
    expect(() => fromStream({ a: 1 } as never)).toThrow('an object with the fields a')
  })

  it('[STR-10] read ours: anything that subscribes with next, error and complete', async () => {
    const store = createStore({ slices: [sum] })
    /** What `Bacon.fromESObservable`, `xs.from` and `Kefir.fromESObservable` do. */
    const read = (observable: { subscribe(observer: object): unknown }) => {
      const seen: unknown[] = []
      const subscription = observable.subscribe({
        next: (value: unknown) => seen.push(value),
        error: (error: unknown) => seen.push(error),
        complete: () => seen.push('end'),
      }) as { unsubscribe(): void }
      return { seen, stop: () => subscription.unsubscribe() }
    }
    const values = read(store.select(sum))
    const records = read(store.action$)
    const topics = read(store.topic('clicks.*'))
    const states = read(
      (store as unknown as { '@@observable'(): { subscribe(observer: object): unknown } })['@@observable'](),
    )
    store.dispatch(clicks.clicked(2))
    values.stop()
    store.dispatch(clicks.clicked(3))
    await store.close()
    expect(values.seen).toEqual([0, 2])
    expect(records.seen).toMatchObject([{ payload: 2 }, { payload: 3 }, 'end'])
    expect(topics.seen).toMatchObject([{ payload: 2 }, { payload: 3 }, 'end'])
    expect(states.seen).toEqual([{ sum: 0 }, { sum: 2 }, { sum: 5 }, 'end'])
  })

  it('[STR-9] may be fed by the store itself: through the queue, one after the other', () => {
    const store = createStore({ slices: [sum] })
    const doubled = fromStream<{ payload: number }>(store.action$ as never)
    store.connect(doubled, ({ payload }) => (payload < 4 ? clicks.clicked(payload * 2) : undefined))
    store.dispatch(clicks.clicked(1))
    expect(store.get(sum)).toBe(1 + 2 + 4)
  })
})

afterEach(() => vi.unstubAllGlobals())

describe('fromEvents', () => {
  it('[STR-11] listens to an EventTarget while it is subscribed to', () => {
    const target = new EventTarget()
    const removed = vi.spyOn(target, 'removeEventListener')
    const added = vi.spyOn(target, 'addEventListener')
    const events = fromEvents<CustomEvent<number>>(target as never, 'tick', { passive: true, capture: true })
    expect(added).not.toHaveBeenCalled()
    const store = createStore({ slices: [sum] })
    const connection = store.connect(events, ({ detail }) => clicks.clicked(detail))
    target.dispatchEvent(new CustomEvent('tick', { detail: 3 }))
    target.dispatchEvent(new CustomEvent('other', { detail: 9 }))
    connection.unsubscribe()
    target.dispatchEvent(new CustomEvent('tick', { detail: 9 }))
    expect(store.get(sum)).toBe(3)
    expect(added.mock.calls).toEqual(removed.mock.calls)
    expect(added.mock.calls[0]?.[2]).toEqual({ passive: true, capture: true })
  })

  it('[STR-11] listens to an emitter of Node', () => {
    const emitter = new EventEmitter()
    const { sum, connection } = connected(fromEvents<number>(emitter, 'tick'))
    emitter.emit('tick', 3)
    expect(emitter.listenerCount('tick')).toBe(1)
    connection.unsubscribe()
    emitter.emit('tick', 9)
    expect([sum(), emitter.listenerCount('tick')]).toEqual([3, 0])
  })

  it('[STR-11] goes on after a callback that throws', () => {
    const emitter = new EventEmitter()
    const { sum, codes } = connected(fromEvents<number>(emitter, 'tick'), (n) => {
      if (n === 1) throw new Error('cannot map')
      return clicks.clicked(n)
    })
    emitter.emit('tick', 1)
    emitter.emit('tick', 2)
    expect([sum(), codes]).toEqual([2, ['stream/emission-refused']])
  })

  it.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [{}, 'an object without'],
    ['#button', '#button'],
  ])('[STR-11] refuses %j', (target, shown) => {
    expect(() => fromEvents(target as never, 'click')).toThrow(`of ${shown}`)
    expect(() => fromEvents(target as never, 'click')).toThrow('(stream/not-an-emitter)')
  })
})

it('[STR-5] ends a Subject of RxJS with its connection, and one that was completed is not held', () => {
  const subject = new Subject<number>()
  const { connection } = connected(subject)
  expect(subject.observed).toBe(true)
  connection.unsubscribe()
  expect(subject.observed).toBe(false)
  expect(connected(new RxObservable<number>((subscriber) => subscriber.complete())).codes).toEqual([])
})
