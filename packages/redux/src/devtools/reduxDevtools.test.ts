import { action, createActions, createSlice, createStore } from '@playhead/core'
import { instrument } from '@redux-devtools/instrument'
import { createStore as createReduxStore } from 'redux'
import { describe, expect, it, vi } from 'vitest'
import type { ExtensionMessage } from './connectReduxDevtools.ts'
import { connectReduxDevtools } from './connectReduxDevtools.ts'
import { openReduxDevtools } from './openReduxDevtools.ts'
import { readReduxDevtools } from './readReduxDevtools.ts'

const counter = (state: { n: number } = { n: 0 }, { type }: { readonly type: string }) =>
  type === 'added' ? { n: state.n + 1 } : state

describe('files of Redux DevTools', () => {
  it('[RDT-1] are opened: the lifted state, without what was skipped', async () => {
    const store = createReduxStore(counter, { n: 5 }, instrument() as never) as ReturnType<typeof createReduxStore> & {
      readonly liftedStore: { getState(): object; dispatch(action: object): void }
    }
    for (let n = 0; n < 4; n++) store.dispatch({ type: 'added' })
    store.liftedStore.dispatch({ type: 'TOGGLE_ACTION', id: 2 })
    const opened = openReduxDevtools(JSON.stringify(store.liftedStore.getState()), counter)
    expect(opened.getState()).toEqual({ state: store.getState() })
    expect(opened.timeline.playhead.head).toBe(2)
    await opened.timeline.seek(0)
    expect(opened.getState()).toEqual({ state: { n: 6 } })
  })

  it('[RDT-1] are opened: the file of the Export button, and a list of actions', () => {
    const actions = [{ type: 'added' }, { type: 'other', big: [1] }, { type: 'added' }]
    const exported = JSON.stringify({ payload: JSON.stringify(actions), preloadedState: JSON.stringify({ n: 1 }) })
    expect(openReduxDevtools(exported, counter).getState()).toEqual({ state: { n: 3 } })
    expect(openReduxDevtools(JSON.stringify(actions), counter).getState()).toEqual({ state: { n: 2 } })
    expect(readReduxDevtools('[]')).toEqual({ actions: [], preloadedState: undefined, skipped: new Set() })
  })

  it.each([
    ['{'],
    ['7'],
    ['{"a":1}'],
    ['[{"payload":1}]'],
    ['{"payload":"{"}'],
    ['{"actionsById":{"0":null},"stagedActionIds":[0]}'],
  ])('[RDT-2] are refused where they are none: %s', (text) => {
    expect(() => readReduxDevtools(text)).toThrow('(redux/not-devtools)')
  })
})

const count = createActions('count', { added: action<number>() })

function connected() {
  const slice = createSlice('n', 0, (on) => [on(count.added, (n, { payload }) => n + payload)])
  const store = createStore({ slices: [slice] })
  const send = vi.fn<(sent: unknown, state: unknown) => void>()
  let listener: ((message: ExtensionMessage) => void) | undefined
  const stop = connectReduxDevtools(store, {
    name: 'counter',
    extension: {
      connect: () => ({
        init: (state) => send('init', state),
        send,
        subscribe(told) {
          listener = told
          return () => {
            listener = undefined
          }
        },
      }),
    },
  })
  return { store, send, stop, say: (message: ExtensionMessage) => listener?.(message) }
}

describe('the Redux DevTools extension', () => {
  it('[RDT-3] is told of each record with its state', () => {
    const { store, send, stop } = connected()
    store.dispatch(count.added(2))
    stop()
    store.dispatch(count.added(2))
    expect(send.mock.calls).toEqual([
      ['init', { n: 0 }],
      [{ type: 'count/added', payload: 2 }, { n: 2 }],
    ])
    expect(connectReduxDevtools(store)).toBeTypeOf('function')
  })

  it('[RDT-4] jumps in the store, follows its jumps, and dispatches by hand', async () => {
    const { store, send, say } = connected()
    store.dispatch(count.added(1))
    store.dispatch(count.added(1))
    say({ type: 'DISPATCH', payload: { type: 'JUMP_TO_ACTION', actionId: 1 } })
    await vi.waitFor(() => expect(store.getState()).toEqual({ n: 1 }))
    expect(send).toHaveBeenCalledTimes(3)
    say({ type: 'DISPATCH', payload: { type: 'JUMP_TO_STATE', actionId: 2 } })
    await vi.waitFor(() => expect(store.timeline.playhead.status).toBe('live'))

    await store.timeline.seek(0)
    expect(send).toHaveBeenLastCalledWith(
      null,
      expect.objectContaining({ currentStateIndex: 1, stagedActionIds: [0, 1, 2] }),
    )
    store.timeline.live()
    say({ type: 'ACTION', payload: '{"type":"count/added","payload":40}' })
    expect(store.getState()).toEqual({ n: 42 })
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    say({ type: 'ACTION', payload: 'no JSON' })
    say({ type: 'DISPATCH', payload: { type: 'COMMIT' } })
    expect(printed).toHaveBeenCalledOnce()
    expect(store.timeline.playhead.head).toBe(2)
    printed.mockRestore()
  })
})
