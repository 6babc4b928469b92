import { describe, expect, it, vi } from 'vitest'
import { action, createActions, createSelector, createSelectorFamily, createSlice, createStore } from '../index.ts'

const shop = createActions('shop', { added: action<{ name: string; price: number }>(), renamed: action<string>() })
const items = createSlice('items', [] as { name: string; price: number }[], (on) => [
  on(shop.added, (state, { payload }) => {
    state.push(payload)
  }),
])
const title = createSlice('title', 'Shop', (on) => [on(shop.renamed, (_, { payload }) => payload)])

const open = () => createStore({ slices: [items, title] })

describe('selectors', () => {
  it('[SEL-1] read a slice, a selector, or several', () => {
    const prices = createSelector(items, (list) => list.map(({ price }) => price))
    const total = createSelector(prices, (list) => list.reduce((sum, price) => sum + price, 0))
    const heading = createSelector([title, total, items], (name, sum, list) => `${name}: ${list.length} for ${sum}`)
    const store = open()
    store.dispatch([shop.added({ name: 'a', price: 2 }), shop.added({ name: 'b', price: 3 })])
    expect(store.get(heading)).toBe('Shop: 2 for 5')
    expect(store.get(items)).toHaveLength(2)
  })

  it('[SEL-2] run again only when an input has changed', () => {
    const project = vi.fn((list: readonly unknown[]) => list.length)
    const size = createSelector(items, project)
    const store = open()
    store.get(size)
    store.dispatch(shop.renamed('Other'))
    store.get(size)
    expect(project).toHaveBeenCalledTimes(1)
    store.dispatch(shop.added({ name: 'a', price: 1 }))
    expect(store.get(size)).toBe(1)
    expect(project).toHaveBeenCalledTimes(2)
  })

  it('[SEL-2] do not run what depends on an input that came out the same', () => {
    const project = vi.fn((size: number) => size > 0)
    const hasItems = createSelector(
      createSelector(items, (list) => Math.min(list.length, 1)),
      project,
    )
    const store = open()
    store.dispatch(shop.added({ name: 'a', price: 1 }))
    store.get(hasItems)
    store.dispatch(shop.added({ name: 'b', price: 1 }))
    store.get(hasItems)
    expect(project).toHaveBeenCalledTimes(1)
  })

  it('[SEL-3] keep the old value where the new one is equal to it', () => {
    const names = createSelector(items, (list) => list.map(({ name }) => name), {
      equal: (a, b) => a.join() === b.join(),
    })
    const store = open()
    const before = store.get(names)
    store.dispatch(shop.added({ name: '', price: 1 }))
    expect(store.get(names)).toBe(before)
  })

  it('[SEL-4] remember per view, so that two views do not push each other out', async () => {
    const project = vi.fn((list: readonly unknown[]) => ({ size: list.length }))
    const boxed = createSelector(items, project)
    const store = open()
    store.dispatch(shop.added({ name: 'a', price: 1 }))
    const past = store.at(-1)
    const values = [store.get(boxed), past.get(boxed), store.get(boxed), past.get(boxed)]
    expect(project).toHaveBeenCalledTimes(2)
    expect(values[0]).toBe(values[2])
    expect(values[1]).toBe(values[3])
    expect(values[0]).not.toEqual(values[1])
  })

  it('[SEL-5] of a family are the same for the same arguments', () => {
    const priceOf = createSelectorFamily(items, (list, name: string) => list.find((item) => item.name === name)?.price)
    expect(priceOf('a')).toBe(priceOf('a'))
    expect(priceOf('a')).not.toBe(priceOf('b'))
    const store = open()
    store.dispatch(shop.added({ name: 'a', price: 4 }))
    expect(store.get(priceOf('a'))).toBe(4)
    expect(store.get(priceOf('b'))).toBeUndefined()
  })

  it('[SEL-5] of a family keep arguments apart that look alike', () => {
    const one = createSelectorFamily(items, (_, key: string | number | boolean | null | undefined) => typeof key)
    const two = createSelectorFamily(items, (_, a: string, b: string) => `${a}|${b}`)
    const store = open()
    expect([1, '1', true, 'true', null, undefined].map((key) => store.get(one(key)))).toEqual([
      'number',
      'string',
      'boolean',
      'string',
      'object',
      'undefined',
    ])
    expect(two('a', 'b,c')).not.toBe(two('a,b', 'c'))
    const optional = createSelectorFamily(items, (_, name?: string) => name ?? 'none')
    expect([store.get(optional()), store.get(optional(''))]).toEqual(['none', ''])
  })

  it('[SEL-5] of a family can be built from other selectors', () => {
    const priceOf = createSelectorFamily(
      items,
      (list, name: string) => list.find((item) => item.name === name)?.price ?? 0,
    )
    const label = createSelectorFamily((name: string) =>
      createSelector([priceOf(name), title], (price, shopName) => `${shopName} ${name} ${price}`),
    )
    const store = open()
    store.dispatch(shop.added({ name: 'a', price: 4 }))
    expect(store.get(label('a'))).toBe('Shop a 4')
  })

  it('[SEL-6] say which slice a store lacks', () => {
    const store = createStore({ slices: [title] })
    expect(() => store.get(items)).toThrow('Cannot read slice "items": this store has the slices "title".')
    expect(() => createStore({ slices: [] }).get(items)).toThrow('(slice/not-added)')
  })

  it('[SEL-6] say when what is read is no selector, such as a family that was not called', () => {
    const family = createSelectorFamily(items, (_, name: string) => name)
    for (const value of [family, undefined, (state: unknown) => state]) {
      expect(() => open().get(value as never)).toThrow('(selector/not-a-selector)')
    }
  })

  it('[SEL-7] as a stream give the value now and each different one after it', () => {
    const store = open()
    const sizes: number[] = []
    const subscription = store.select(createSelector(items, (list) => list.length)).subscribe((n) => sizes.push(n))
    store.dispatch(shop.renamed('Other'))
    store.dispatch([shop.added({ name: 'a', price: 1 }), shop.added({ name: 'b', price: 1 })])
    subscription.unsubscribe()
    store.dispatch(shop.added({ name: 'c', price: 1 }))
    expect(sizes).toEqual([0, 2])
  })

  it('[SEL-7] as a stream do not miss what their first value sets off', () => {
    const store = open()
    const sizes: number[] = []
    store.select(createSelector(items, (list) => list.length)).subscribe((size) => {
      sizes.push(size)
      if (size === 0) store.dispatch(shop.added({ name: 'a', price: 1 }))
    })
    expect(sizes).toEqual([0, 1])
  })

  it('[SEL-8] that throw, throw to whoever reads, and recover', () => {
    const fragile = createSelector(items, (list) => {
      if (list.length === 1) throw new Error('exactly one')
      return list.length
    })
    const store = open()
    store.dispatch(shop.added({ name: 'a', price: 1 }))
    expect(() => store.get(fragile)).toThrow('exactly one')
    store.dispatch(shop.added({ name: 'b', price: 1 }))
    expect(store.get(fragile)).toBe(2)
  })

  it('[SEL-8] that throw while they are watched are reported, and asked again after the next move', () => {
    const fragile = createSelector(items, (list) => {
      if (list.length === 1) throw new Error('exactly one')
      return list.length
    })
    const store = open()
    const sizes: number[] = []
    const errors: string[] = []
    store.error$.subscribe(({ code }) => errors.push(code))
    store.select(fragile).subscribe((size) => sizes.push(size))
    store.dispatch(shop.added({ name: 'a', price: 1 }))
    store.dispatch(shop.added({ name: 'b', price: 1 }))
    expect(sizes).toEqual([0, 2])
    expect(errors).toEqual(['store/selector-threw'])
  })
})
