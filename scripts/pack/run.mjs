/** Run by plain Node in the scratch project, against the packed packages: they work without a bundler. */
import assert from 'node:assert/strict'
import { action, createActions, createSlice, createStore } from '@playhead/core'

const counter = createActions('counter', { added: action() })
const count = createSlice('count', { value: 0 }, (on) => [
  on(counter.added, (state, { payload }) => {
    state.value += payload.by
  }),
])
const store = createStore({ slices: [count] })
await store.ready
store.dispatch(counter.added({ by: 2 }))
store.dispatch(counter.added({ by: 3 }))
assert.deepEqual(store.getState(), { count: { value: 5 } })
await store.timeline.seek(0)
assert.deepEqual(store.getState(), { count: { value: 2 } })
