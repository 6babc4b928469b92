import { expect, it, vi } from 'vitest'

type Core = typeof import('../index.ts')
type Libraries = { readonly bacon: typeof import('baconjs'); readonly xs: typeof import('xstream').default }

/**
 * What passes between the store and libraries, whichever was loaded first: some make
 * `Symbol.observable` when they are loaded, and those before them have missed it.
 */
export function streamsBothWays(load: () => Promise<{ readonly core: Core } & Libraries>): void {
  const start = async () => {
    const loaded = await load()
    const { action, createActions, createSlice, createStore } = loaded.core
    const clicks = createActions('clicks', { clicked: action<number>() })
    const sum = createSlice('sum', 0, (on) => [on(clicks.clicked, (n, { payload }) => n + payload)])
    return { ...loaded, clicks, sum, store: createStore({ slices: [sum] }) }
  }

  it('[STR-5] takes streams, properties and buses of Bacon.js', async () => {
    const { bacon, clicks, store, sum } = await start()
    const toAction = (n: number) => clicks.clicked(n)
    store.connect(bacon.constant(5), toAction)
    expect(store.get(sum)).toBe(5)
    const bus = new bacon.Bus<number>()
    const connection = store.connect(bus.filter((n) => n > 0).merge(bacon.never()), toAction)
    bus.push(10)
    bus.push(-100)
    connection.unsubscribe()
    bus.push(1_000)
    expect(store.get(sum)).toBe(15)
    store.connect(bacon.fromArray([1, 2, 3]), toAction)
    await vi.waitFor(() => expect(store.get(sum)).toBe(21))
  })

  it('[STR-5] takes streams of xstream', async () => {
    const { xs, clicks, store, sum } = await start()
    store.connect(xs.merge(xs.of(1, 2), xs.of(10).remember()), (n) => clicks.clicked(n))
    expect(store.get(sum)).toBe(13)
  })

  it('[STR-10] is read by Bacon.js, and let go by it', async () => {
    const { bacon, clicks, store, sum } = await start()
    const seen = { sums: [] as unknown[], types: [] as unknown[], states: [] as unknown[] }
    const sum$ = bacon.fromESObservable<number>(store.select(sum))
    const record$ = bacon.fromESObservable<{ readonly type: string }>(store.topic('clicks.*'))
    const state$ = bacon.fromESObservable<object>(store)
    const stops = [
      sum$.onValue((n) => void seen.sums.push(n)),
      record$.onValue(({ type }) => void seen.types.push(type)),
      state$.onValue((state) => void seen.states.push(state)),
    ]
    store.dispatch(clicks.clicked(1))
    // Bacon.js hands on what was there at subscription a turn later.
    await vi.waitFor(() => expect(seen.states).toHaveLength(2))
    for (const stop of stops) stop()
    store.dispatch(clicks.clicked(1))
    expect(seen).toEqual({ sums: [0, 1], types: ['clicks/clicked'], states: [{ sum: 0 }, { sum: 1 }] })
  })

  it('[STR-10] is read by xstream, and let go by it', async () => {
    const { xs, clicks, store } = await start()
    const seen: unknown[] = []
    const stream = xs.from<{ readonly sum: number }>(store as never)
    const subscription = stream.map(({ sum }) => sum).subscribe({ next: (n) => seen.push(n) })
    store.dispatch(clicks.clicked(1))
    subscription.unsubscribe()
    await Promise.resolve()
    store.dispatch(clicks.clicked(1))
    expect(seen).toEqual([0, 1])
  })

  it('[STR-9] takes what Bacon.js makes of its own state', async () => {
    const { bacon, clicks, store, sum } = await start()
    const doubled = bacon
      .fromESObservable<number>(store.select(sum))
      .filter((n) => n > 0 && n < 10)
      .map((n) => n * 2)
    store.connect(doubled, (n) => clicks.clicked(n))
    store.dispatch(clicks.clicked(1))
    await vi.waitFor(() => expect(store.get(sum)).toBe(1 + 2 + 6 + 18))
  })
}
