/**
 * Compiled against the packed packages, with declarations, by someone else's settings: the types that these
 * exports get must be nameable from outside.
 */
import {
  action,
  createActions,
  createSelector,
  createSelectorFamily,
  createSlice,
  createStore,
  prepared,
} from '@playhead/core'
import type { AttachedDevtools } from '@playhead/devtools'
import { attachDevtools } from '@playhead/devtools'
import type { MountedPanel, PanelHost } from '@playhead/devtools/panel'
import { mountPanel } from '@playhead/devtools/panel'
import { attachDevtools as attachAlways } from '@playhead/devtools/production'
import { indexedDbLog } from '@playhead/indexeddb'
import { createHooks } from '@playhead/react'
import type { PlayheadParameter } from '@playhead/storybook-addon'

export const counter = createActions('counter', {
  added: action<{ by: number }>(),
  stamped: prepared((context, by: number) => ({ by, at: context.now() })),
})

export const count = createSlice('count', { value: 0 }, (on) => [
  on(counter.added, (state, { payload }) => {
    state.value += payload.by
  }),
])

export const value = createSelector(count, (state) => state.value)
export const isAtLeast = createSelectorFamily(count, (state, limit: number) => state.value >= limit)
export const store = createStore({ slices: [count] })

export const durable = createStore({ slices: [count], log: indexedDbLog('counter') })
export const { useSelector, useActions, useDispatch, useTimeline, useStream, StoreProvider } = createHooks(store)

export const devtools: AttachedDevtools = attachDevtools(store, { name: 'counter', place: 'right' })
export const shipped = attachAlways(store)
export const panelIn = (element: HTMLElement, host: PanelHost): MountedPanel =>
  mountPanel(element, { post() {}, onMessage: () => () => {}, close() {} }, { host })

export const story: PlayheadParameter = {
  store: (ports) => createStore({ slices: [count], ...ports }),
  provider: StoreProvider,
  records: [counter.added({ by: 1 })],
  at: 0,
}
