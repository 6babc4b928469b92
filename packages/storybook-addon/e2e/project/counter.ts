import { action, createActions, createSlice } from '@playhead/core'

export const counter = createActions('counter', { added: action<{ by: number }>() })

export const count = createSlice('count', { value: 0 }, (on) => [
  on(counter.added, (state, { payload }) => {
    state.value += payload.by
  }),
])
