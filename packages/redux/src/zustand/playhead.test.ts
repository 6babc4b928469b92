import { importSession, sessionText } from '@playhead/core'
import { describe, expect, expectTypeOf, it, vi } from 'vitest'
import { subscribeWithSelector } from 'zustand/middleware'
import { immer } from 'zustand/middleware/immer'
import { createStore } from 'zustand/vanilla'
import { playhead } from './playhead.ts'

interface Bears {
  bears: number
  names: { readonly [name: string]: { age: number } }
  born(name: string): void
  aged(name: string): void
}

const bearStore = () =>
  createStore<Bears>()(
    playhead((set) => ({
      bears: 0,
      names: {},
      born: (name) =>
        set((state) => ({ bears: state.bears + 1, names: { ...state.names, [name]: { age: 0 } } }), undefined, 'born'),
      aged: (name) =>
        set(({ names }) => ({ names: { ...names, [name]: { age: (names[name]?.age ?? 0) + 1 } } }), undefined, {
          type: 'aged',
        }),
    })),
  )

describe('playhead for Zustand', () => {
  it('[ZUS-1] records each set by its name, and shows any place to subscribers and getState', async () => {
    const store = bearStore()
    const { born, aged } = store.getState()
    born('Ada')
    born('Bo')
    aged('Ada')
    store.setState({ bears: 10 })
    const { timeline } = store.playhead
    expect([0, 1, 2, 3].map((offset) => store.playhead.recordAt(offset)?.type)).toEqual(['born', 'born', 'aged', 'set'])
    const seen: number[] = []
    store.subscribe(({ bears }) => seen.push(bears))
    await timeline.seek(0)
    expect(store.getState()).toMatchObject({ bears: 1, names: { Ada: { age: 0 } }, born })
    timeline.live()
    expect(store.getState()).toMatchObject({ bears: 10, names: { Ada: { age: 1 }, Bo: { age: 0 } } })
    expect(seen).toEqual([1, 10])
  })

  it('[ZUS-2] stores what changed, and no copies', () => {
    const store = bearStore()
    for (let n = 0; n < 100; n++) store.getState().born(`bear ${n}`)
    store.getState().aged('bear 50')
    expect(store.playhead.recordAt(100)?.payload).toEqual([{ path: ['names', 'bear 50', 'age'], value: 1 }])
  })

  it('[ZUS-3] appends at the head while the playhead is parked', async () => {
    const store = bearStore()
    store.getState().born('Ada')
    store.getState().born('Bo')
    await store.playhead.timeline.seek(0)
    store.getState().born('Cy')
    expect(store.getState().bears).toBe(1)
    store.playhead.timeline.live()
    expect(store.getState().bears).toBe(3)
  })

  it('[ZUS-4] works with other middleware, replaced states, and values that cannot be stored', async () => {
    const store = createStore<{ list: { done: boolean }[]; at?: Promise<number> }>()(
      playhead(subscribeWithSelector(immer(() => ({ list: [{ done: false }, { done: false }] })))),
    )
    const listener = vi.fn()
    store.subscribe(({ list }) => list[1]?.done, listener)
    store.setState(({ list: [first] }) => ({ list: first ? [first, { done: true }] : [] }))
    expect(listener).toHaveBeenCalledWith(true, false)
    const at = Promise.resolve(1)
    store.setState({ at })
    expect(importSession(sessionText(store.playhead)).report.problems).toEqual([])
    store.setState({ list: [] }, true)
    expect(store.getState()).toEqual({ list: [] })
    await store.playhead.timeline.seek(1)
    expect(store.getState().at).toBe(at)
    expect(importSession(sessionText(store.playhead)).report.problems).toEqual([])
  })

  it('[ZUS-5] goes on from a branch, and is typed', async () => {
    const store = bearStore()
    store.getState().born('Ada')
    store.getState().born('Bo')
    const branch = await store.playhead.timeline.fork({ at: 1, without: [0] })
    await branch.ready
    expect(branch.getState().state).toEqual({ bears: 2, names: { Bo: { age: 0 } } })
    expectTypeOf(store.playhead.getState().state).toEqualTypeOf<{
      readonly bears: number
      readonly names: Bears['names']
    }>()
    // @ts-expect-error: the state has no such field
    store.setState({ cats: 1 })
  })
})
