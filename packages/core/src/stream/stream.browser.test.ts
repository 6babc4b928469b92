import { merge, take } from 'rxjs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StreamSource } from '../index.ts'
import { action, createActions, createSlice, createStore, fromEvents, fromStream } from '../index.ts'

/** The platform's observable, https://wicg.github.io/observable, as far as it is used here. TypeScript has no types for it yet. */
interface PlatformObservable<T> extends AsyncIterable<T> {
  subscribe(observer: object, options?: { readonly signal?: AbortSignal }): void
  map<R>(project: (value: T) => R): PlatformObservable<R>
  takeUntil(notifier: unknown): PlatformObservable<T>
  flatMap<R>(project: (value: T) => unknown): PlatformObservable<R>
}
interface Observables {
  new <T>(
    subscribe: (subscriber: {
      next(value: T): void
      error(error: unknown): void
      complete(): void
      addTeardown(teardown: () => void): void
    }) => void,
  ): PlatformObservable<T>
  from<T>(source: unknown): PlatformObservable<T>
}
const { Observable } = globalThis as unknown as { readonly Observable: Observables }
const when = <E extends Event>(target: EventTarget, type: string) =>
  (target as unknown as { when(type: string): PlatformObservable<E> }).when(type)

const clicks = createActions('clicks', { clicked: action<number>() })
const sum = createSlice('sum', 0, (on) => [on(clicks.clicked, (n, { payload }) => n + payload)])

function connected<T>(source: StreamSource<T>, toAction: (value: T) => ReturnType<typeof clicks.clicked>) {
  const store = createStore({ slices: [sum] })
  const codes: string[] = []
  store.error$.subscribe(({ code }) => codes.push(code))
  return { store, codes, connection: store.connect(source, toAction), sum: () => store.get(sum) }
}

let button: HTMLButtonElement
beforeEach(() => {
  button = document.createElement('button')
  document.body.replaceChildren(button)
})

describe('the Observable of the platform', () => {
  it('[STR-5] brings clicks by element.when, and lets go of the element', () => {
    const { sum, connection } = connected(when<PointerEvent>(button, 'click'), () => clicks.clicked(1))
    button.click()
    button.click()
    connection.unsubscribe()
    button.click()
    expect(sum()).toBe(2)
  })

  it('[STR-5] brings what its own operators make of it', () => {
    const leave = when(button, 'pointerleave')
    const source = when<PointerEvent>(button, 'click')
      .map(() => 5)
      .takeUntil(leave)
    const { sum } = connected(source as StreamSource<number>, (n) => clicks.clicked(n))
    button.click()
    button.dispatchEvent(new Event('pointerleave'))
    button.click()
    expect(sum()).toBe(5)
  })

  it('[STR-8] tells its teardown when it is let go, by us, by an operator, by its end or its error', () => {
    const torn: string[] = []
    const make = (
      name: string,
      push: (subscriber: { next(n: number): void; error(e: unknown): void; complete(): void }) => void,
    ) =>
      new Observable<number>((subscriber) => {
        subscriber.addTeardown(() => torn.push(name))
        push(subscriber)
      }) as StreamSource<number>
    const toAction = (n: number) => clicks.clicked(n)
    connected(
      make('unsubscribed', (to) => to.next(1)),
      toAction,
    ).connection.unsubscribe()
    connected(fromStream(make('taken', (to) => to.next(1))).pipe(take(1)), toAction)
    connected(
      make('complete', (to) => to.complete()),
      toAction,
    )
    const { codes } = connected(
      make('error', (to) => to.error(new Error('x'))),
      toAction,
    )
    expect(torn).toEqual(['unsubscribed', 'taken', 'complete', 'error'])
    expect(codes).toEqual(['stream/failed'])
  })

  it('[STR-5] is stopped in the middle of what it pushes at once', () => {
    let pushed = 0
    const endless = new Observable<number>((subscriber) => {
      while ((subscriber as unknown as { readonly active: boolean }).active && pushed < 1_000) subscriber.next(pushed++)
    })
    const values: number[] = []
    fromStream(endless as StreamSource<number>)
      .pipe(take(3))
      .subscribe((value) => values.push(value))
    expect([values, pushed]).toEqual([[0, 1, 2], 3])
  })

  it('[STR-9] merges with other streams, and works as they do', () => {
    const other = document.createElement('input')
    const both = merge(fromStream(when(button, 'click') as StreamSource<Event>), fromEvents<Event>(other, 'input'))
    const { sum, connection } = connected(both, () => clicks.clicked(1))
    button.click()
    other.dispatchEvent(new Event('input'))
    connection.unsubscribe()
    button.click()
    expect(sum()).toBe(2)
  })

  it('[STR-10] reads ours through an async iterator or its constructor', () => {
    const store = createStore({ slices: [sum] })
    const seen: number[] = []
    const ending = new AbortController()
    const ours = new Observable<number>((subscriber) => {
      const subscription = store.select(sum).subscribe(subscriber)
      subscriber.addTeardown(() => subscription.unsubscribe())
    })
    ours.subscribe((value: number) => seen.push(value), { signal: ending.signal })
    store.dispatch(clicks.clicked(1))
    ending.abort()
    store.dispatch(clicks.clicked(1))
    expect(seen).toEqual([0, 1])
  })
})

describe('fromEvents', () => {
  it('[STR-11] listens to elements, windows and sockets of the page', () => {
    const store = createStore({ slices: [sum] })
    const connection = store.connect(fromEvents<PointerEvent>(button, 'click'), ({ detail }) =>
      clicks.clicked(detail + 1),
    )
    button.click()
    connection.unsubscribe()
    button.click()
    const { port1, port2 } = new MessageChannel()
    const ports = store.connect(fromEvents<MessageEvent<number>>(port1, 'message'), ({ data }) => clicks.clicked(data))
    ports.unsubscribe()
    port2.close()
    expect(store.get(sum)).toBe(1)
  })
})
