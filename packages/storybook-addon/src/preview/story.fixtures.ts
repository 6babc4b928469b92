import type { Store } from '@playhead/core'
import { action, createActions, createSlice, createStore, prepared } from '@playhead/core'
import type { StoryPorts } from './PlayheadParameter.ts'

export const counter = createActions('storyCounter', {
  added: action<{ by: number }>(),
  stamped: prepared((context, note: string) => ({ note, at: context.now(), id: context.id() })),
  broken: action<{ why: string }>(),
})

export const count = createSlice('count', { value: 0, notes: [] as string[] }, (on) => [
  on(counter.added, (state, { payload }) => {
    state.value += payload.by
  }),
  on(counter.stamped, (state, { payload }) => {
    state.notes.push(payload.note)
  }),
  on(counter.broken, (_, { payload }) => {
    throw new Error(payload.why)
  }),
])

/** A store that counts. */
export const counting = (ports: StoryPorts): Store => createStore({ slices: [count], ...ports })
