import { describe, expect, it, vi } from 'vitest'
import { action, createActions, createSlice, createStore, fromReducer } from '../index.ts'
import { observableSymbol } from '../stream/observableSymbol.ts'

type CartAction = { type: 'cart/added'; sku: string; quantity?: number } | { type: 'cart/cleared' }
interface Cart {
  skus: string[]
}
const cartReducer = (state: Cart = { skus: [] }, cartAction: CartAction): Cart => {
  switch (cartAction.type) {
    case 'cart/added':
      return { skus: [...state.skus, cartAction.sku] }
    case 'cart/cleared':
      return { skus: [] }
    default:
      return state
  }
}

describe('a Redux reducer', () => {
  it('[RDX-1] is adopted as a slice, and is given actions as they were dispatched', async () => {
    const cart = fromReducer('cart', cartReducer)
    const store = createStore({ slices: [cart] })
    store.dispatch({ type: 'cart/added', sku: 'apple' })
    store.dispatch({ type: 'cart/added', sku: 'pear' })
    expect(store.getState().cart.skus).toEqual(['apple', 'pear'])
    await store.timeline.seek(0)
    expect(store.get(cart).skus).toEqual(['apple'])
  })

  it('[RDX-1] sees a payload only where one was dispatched', () => {
    const slice = fromReducer('seen', (state: readonly object[] = [], reduxAction) => [...state, reduxAction])
    const store = createStore({ slices: [slice] })
    store.dispatch({ type: 'bare', meta: 1 })
    store.dispatch({ type: 'full', payload: 2 })
    expect(store.get(slice).slice(1)).toEqual([
      { type: 'bare', meta: 1 },
      { type: 'full', payload: 2 },
    ])
  })
})

describe('the Redux surface', () => {
  it('[RDX-2] calls listeners after every dispatch and every move, until they are stopped', async () => {
    const store = createStore({ slices: [fromReducer('cart', cartReducer)] })
    const listener = vi.fn()
    const stop = store.subscribe(listener)
    store.dispatch({ type: 'cart/cleared' })
    await store.timeline.seek(-1)
    store.timeline.live()
    expect(listener).toHaveBeenCalledTimes(3)
    stop()
    store.dispatch({ type: 'cart/cleared' })
    expect(listener).toHaveBeenCalledTimes(3)
  })

  it('[RDX-3] swaps adopted reducers and folds the log again, the playhead staying where it is', async () => {
    const store = createStore({ slices: [fromReducer('cart', cartReducer)] })
    store.dispatch([
      { type: 'cart/added', sku: 'apple' },
      { type: 'cart/added', sku: 'pear' },
    ])
    await store.timeline.seek(0)
    const shouting = (state: Cart | undefined, cartAction: CartAction) => ({
      skus: cartReducer(state, cartAction).skus.map((sku) => sku.toUpperCase()),
    })
    store.replaceReducer((state, cartAction) => ({ cart: shouting(state?.cart, cartAction) }))
    expect(store.getState().cart.skus).toEqual(['APPLE'])
    expect(store.timeline.playhead.offset).toBe(0)
    store.timeline.live()
    expect(store.getState().cart.skus).toEqual(['APPLE', 'PEAR'])
  })

  it('[RDX-3] refuses to swap reducers of slices that were not adopted', () => {
    const { opened } = createActions('redux', { opened: action() })
    const own = createSlice('own', 0, (on) => [on(opened, (n) => n + 1)])
    expect(() => createStore({ slices: [own] }).replaceReducer((state) => state ?? { own: 0 })).toThrow(
      '(redux/replace-reducer)',
    )
  })

  it('[RDX-4] answers Symbol.observable with something that has it as well', () => {
    const store = createStore({ slices: [fromReducer('cart', cartReducer)] })
    const source = store[observableSymbol]()
    expect(source[observableSymbol]()).toBe(source)
    const states: unknown[] = []
    source.subscribe({ next: (state) => states.push(state) })
    expect(states).toEqual([{ cart: { skus: [] } }])
  })
})
