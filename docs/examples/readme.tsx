// #region all
import { action, createActions, createSlice, createStore } from '@playhead/core'
import { createHooks } from '@playhead/react'

const counter = createActions('counter', { added: action<number>(), cleared: action() })
const count = createSlice('count', 0, (on) => [
  on(counter.added, (n, { payload }) => n + payload),
  on(counter.cleared, () => 0),
])
const store = createStore({ slices: [count] })
const { useSelector, useActions } = createHooks(store)

export function Counter() {
  const n = useSelector(count)
  const { added } = useActions(counter)
  return (
    <button type="button" onClick={() => added(1)}>
      {n}
    </button>
  )
}

store.dispatch([counter.added(1), counter.added(10), counter.cleared()])
await store.timeline.seek(1) // every component now shows the state after record 1
console.log(store.get(count)) // → 11
// #endregion
