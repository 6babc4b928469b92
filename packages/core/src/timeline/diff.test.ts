import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Path, StateChange } from '../index.ts'
import { action, createActions, createSlice, createStore, sameValue, table } from '../index.ts'
import { diffStates } from './diffStates.ts'

const shop = createActions('diff', {
  set: action<{ value: unknown }>(),
  priced: action<{ id: string; price: number }>(),
  sold: action<string>(),
})
const valued = (value: unknown) => shop.set({ value })
const any = createSlice('any', { value: null as unknown }, (on) => [
  on(shop.set, (state, { payload }) => {
    state.value = payload.value
  }),
])
const stock = createSlice('stock', { items: table<string, { price: number; tags: readonly string[] }>() }, (on) => [
  on(shop.priced, (state, { payload: { id, price } }) => {
    if (state.items.has(id))
      state.items.update(id, (item) => {
        item.price = price
      })
    else state.items.set(id, { price, tags: [] })
  }),
  on(shop.sold, (state, { payload }) => void state.items.delete(payload)),
])

/** What `diff` says of a value that was replaced by another. */
function changesOf(before: unknown, after: unknown): readonly StateChange[] {
  const store = createStore({ slices: [any] })
  store.dispatch([valued(before), valued(after)])
  return store.timeline.diff(0, 1)
}

describe('diff', () => {
  it('[TML-21] tells the fields, items, rows and keys that differ, with their paths', () => {
    const store = createStore({ slices: [any, stock] })
    store.dispatch([
      valued({ list: [1, { a: 1 }, 3], map: new Map([['x', 1]]), gone: true }),
      shop.priced({ id: 'tea', price: 3 }),
      shop.priced({ id: 'nut', price: 1 }),
      valued({
        list: [1, { a: 2 }],
        map: new Map([
          ['x', 2],
          ['y', 9],
        ]),
        come: null,
      }),
      shop.priced({ id: 'tea', price: 4 }),
      shop.sold('nut'),
      shop.priced({ id: 'fig', price: 5 }),
    ])
    expect(store.timeline.diff(2, 6)).toEqual([
      { kind: 'changed', path: ['any', 'value', 'list', 1, 'a'], before: 1, after: 2 },
      { kind: 'removed', path: ['any', 'value', 'list', 2], before: 3 },
      { kind: 'changed', path: ['any', 'value', 'map', 'x'], before: 1, after: 2 },
      { kind: 'added', path: ['any', 'value', 'map', 'y'], after: 9 },
      { kind: 'added', path: ['any', 'value', 'come'], after: null },
      { kind: 'removed', path: ['any', 'value', 'gone'], before: true },
      { kind: 'changed', path: ['stock', 'items', 'tea', 'price'], before: 3, after: 4 },
      { kind: 'removed', path: ['stock', 'items', 'nut'], before: { price: 1, tags: [] } },
      { kind: 'added', path: ['stock', 'items', 'fig'], after: { price: 5, tags: [] } },
    ])
  })

  it('[TML-21] looks back as well as forward, and takes dates for places', () => {
    const store = createStore({ slices: [any], clock: { now: () => 7 } })
    store.dispatch(valued(1))
    expect(store.timeline.diff(new Date(7), -1)).toEqual([
      { kind: 'changed', path: ['any', 'value'], before: 1, after: null },
    ])
    expect(store.timeline.playhead.status).toBe('live')
    expect(() => store.timeline.diff(0, 5)).toThrow("Cannot compare offset 5: the log's head is 0.")
  })

  it('[TML-21] compares by value, not by reference', () => {
    const value = () => ({
      at: new Date(5),
      bytes: new Uint8Array([1]),
      set: new Set([1]),
      map: new Map([[1, { a: [2] }]]),
    })
    expect(changesOf(value(), value())).toEqual([])
  })

  it('[TML-21] takes for one value: a set, a date, bytes, a map whose order or keys have no path, and what is of another kind', () => {
    for (const [before, after] of [
      [new Set([1]), new Set([1, 2])],
      [new Date(1), new Date(2)],
      [new Uint8Array([1]), new Uint8Array([2])],
      [
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
        new Map([
          ['b', 2],
          ['a', 1],
        ]),
      ],
      [
        new Map([['a', 1]]),
        new Map([
          ['b', 2],
          ['a', 1],
        ]),
      ],
      [new Map([[true, 1]]), new Map([[true, 2]])],
      [[1], { 0: 1 }],
      [{ a: 1 }, null],
      [0, -0],
    ])
      expect(changesOf(before, after)).toEqual([{ kind: 'changed', path: ['any', 'value'], before, after }])
  })

  it('[TML-21] stops after as many changes as are wanted', () => {
    const store = createStore({ slices: [stock] })
    store.dispatch(Array.from({ length: 100 }, (_, i) => shop.priced({ id: String(i), price: i })))
    expect(store.timeline.diff(-1, 99, { changesMax: 3 })).toHaveLength(3)
    expect(store.timeline.diff(-1, 99)).toHaveLength(100)
  })

  it('[TML-22] says all that makes one value into the other', () => {
    const leaf = fc.oneof(
      fc.integer({ min: 0, max: 3 }),
      fc.constant(null),
      fc.constantFrom('a', 'b'),
      fc.date({ noInvalidDate: true }),
    )
    const key = fc.constantFrom('a', 'b', 'c', 'd')
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
        fc.array(fc.tuple(fc.oneof(key, fc.nat(2)), tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
        fc.array(leaf, { maxLength: 3 }).map((items) => new Set(items)),
      ),
    }))
    fc.assert(
      fc.property(value, value, (before, after) => {
        const changes = [...diffStates({ value: before }, { value: after })]
        expect(sameValue(patched({ value: before }, changes), { value: after })).toBe(true)
        if (sameValue(before, after)) expect(changes).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })
})

/** A value with changes made to it, in their order. */
function patched(value: unknown, changes: readonly StateChange[]): unknown {
  return changes.reduce((now, change) => withChange(now, change.path, change), structuredClone(value))
}

function withChange(value: unknown, [key, ...rest]: Path, change: StateChange): unknown {
  if (key === undefined) return change.kind === 'removed' ? undefined : change.after
  const leaves = rest.length === 0 && change.kind === 'removed'
  if (value instanceof Map) {
    const map = new Map(value)
    if (leaves) map.delete(key)
    else map.set(key, withChange(map.get(key), rest, change))
    return map
  }
  if (Array.isArray(value)) {
    return leaves
      ? value.slice(0, -1)
      : Object.assign([...value], { [key]: withChange(value[key as number], rest, change) })
  }
  const { [key]: part, ...others } = value as Record<string, unknown>
  return leaves ? others : { ...others, [key]: withChange(part, rest, change) }
}
