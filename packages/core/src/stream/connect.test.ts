import { EMPTY, from, NEVER, of, Subject, take, throwError } from 'rxjs'
import { describe, expect, it, vi } from 'vitest'
import { action, createActions, createSlice, createStore, fromStream } from '../index.ts'
import { observableSymbol } from './observableSymbol.ts'

const clicks = createActions('clicks', { clicked: action<number>() })
const sum = createSlice('sum', 0, (on) => [on(clicks.clicked, (n, { payload }) => n + payload)])

describe('connect', () => {
  it('[STR-1] dispatches what an RxJS stream emits: none, one, many', () => {
    const store = createStore({ slices: [sum] })
    store.connect(NEVER)
    store.connect(EMPTY)
    store.connect(of(clicks.clicked(1)))
    store.connect(from([2, 3]), (n) => clicks.clicked(n))
    expect(store.get(sum)).toBe(6)
  })

  it('[STR-1] leaves out what the mapper answers with undefined, and takes several as one batch', () => {
    const store = createStore({ slices: [sum] })
    const listener = vi.fn()
    store.subscribe(listener)
    store.connect(from([1, 2]), (n) => (n === 1 ? undefined : [clicks.clicked(1), clicks.clicked(n)]))
    expect(store.get(sum)).toBe(3)
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('[STR-2] stops when it is told to, and ends the source', () => {
    const store = createStore({ slices: [sum] })
    const source = new Subject<number>()
    const connection = store.connect(source, (n) => clicks.clicked(n))
    source.next(1)
    connection.unsubscribe()
    source.next(2)
    expect(store.get(sum)).toBe(1)
    expect(source.observed).toBe(false)
  })

  it('[STR-3] reports an emission that is refused, and takes the next', () => {
    const store = createStore({ slices: [sum] })
    const errors: string[] = []
    store.error$.subscribe(({ code }) => errors.push(code))
    store.connect(from([1, 2, 3]), (n) => (n === 2 ? ({ payload: n } as never) : clicks.clicked(n)))
    expect(store.get(sum)).toBe(4)
    expect(errors).toEqual(['stream/emission-refused'])
  })

  it('[STR-3] reports a mapper that throws, and takes the next', () => {
    const store = createStore({ slices: [sum] })
    const errors: string[] = []
    store.error$.subscribe(({ message }) => errors.push(message))
    store.connect(from([1, 2]), (n) => {
      if (n === 1) throw new Error('cannot map')
      return clicks.clicked(n)
    })
    expect(store.get(sum)).toBe(2)
    expect(errors).toEqual([expect.stringContaining('cannot map')])
  })

  it('[STR-4] reports a stream that ends with an error', () => {
    const store = createStore({ slices: [sum] })
    const errors: string[] = []
    store.error$.subscribe(({ code }) => errors.push(code))
    store.connect(throwError(() => new Error('socket closed')))
    expect(errors).toEqual(['stream/failed'])
  })

  it('[STR-5] takes anything with Symbol.observable, subscribe, onValue, or an async iterator', async () => {
    const store = createStore({ slices: [sum] })
    store.connect({ subscribe: (observer: { next(value: unknown): void }) => observer.next(clicks.clicked(1)) })
    store.connect({ [observableSymbol]: () => of(clicks.clicked(10)) } as never)
    store.connect({
      onValue(handler) {
        handler(clicks.clicked(100))
        return () => {}
      },
    })
    store.connect(
      (async function* () {
        yield clicks.clicked(1_000)
      })(),
    )
    await vi.waitFor(() => expect(store.get(sum)).toBe(1_111))
  })

  it('[STR-5] ends a source by whatever it offers: a function, unsubscribe, or a signal', () => {
    const ended: string[] = []
    const byFunction = { subscribe: () => () => ended.push('function') }
    const byObject = { subscribe: () => ({ unsubscribe: () => ended.push('object') }) }
    const bySignal = {
      subscribe(_: unknown, options?: { signal: AbortSignal }) {
        options?.signal.addEventListener('abort', () => ended.push('signal'))
      },
    }
    for (const source of [byFunction, byObject, bySignal])
      fromStream(source as never)
        .subscribe()
        .unsubscribe()
    expect(ended).toEqual(['function', 'object', 'signal'])
  })

  it('[STR-5] returns an async iterator that is not wanted any more', async () => {
    const returned = vi.fn()
    async function* ticks() {
      try {
        yield 1
        yield 2
      } finally {
        returned()
      }
    }
    const values: number[] = []
    const subscription = fromStream(ticks()).subscribe((n) => {
      values.push(n)
      subscription.unsubscribe()
    })
    await vi.waitFor(() => expect(returned).toHaveBeenCalled())
    expect(values).toEqual([1])
  })

  it('[STR-6] refuses what is no stream, with what it is', () => {
    const store = createStore({ slices: [sum] })
    expect(() => store.connect(5 as never)).toThrow('Cannot read 5 as a stream')
  })

  it('[STR-7] is itself a stream that other libraries can read', () => {
    const store = createStore({ slices: [sum] })
    const states: unknown[] = []
    from(store as never)
      .pipe(take(2))
      .subscribe((state) => states.push(state))
    store.dispatch(clicks.clicked(1))
    expect(states).toEqual([{ sum: 0 }, { sum: 1 }])
  })
})
