// #region store
import { action, createActions, createSlice, createStore } from '@playhead/core'
import { createHooks } from '@playhead/react'

export const counter = createActions('counter', { added: action<number>(), cleared: action() })

export const count = createSlice('count', 0, (on) => [
  on(counter.added, (n, { payload }) => n + payload),
  on(counter.cleared, () => 0),
])

export const store = createStore({ slices: [count] })
export const { useSelector, useActions, useTimeline } = createHooks(store)
// #endregion

// #region component
export default function Counter() {
  const n = useSelector(count)
  const { added, cleared } = useActions(counter)
  return (
    <main>
      <output>{n}</output>
      <button type="button" onClick={() => added(1)}>
        Add 1
      </button>
      <button type="button" onClick={cleared}>
        Clear
      </button>
      <Rewind />
    </main>
  )
}
// #endregion

// #region rewind
function Rewind() {
  const { offset, head, seek, live } = useTimeline()
  return (
    <footer>
      <input
        type="range"
        aria-label="Place in the log"
        min={-1}
        max={head}
        value={offset}
        onChange={(event) => void seek(event.target.valueAsNumber)}
      />
      <button type="button" onClick={live}>
        Live
      </button>
    </footer>
  )
}
// #endregion

// #region log
store.dispatch(counter.added(1))
store.dispatch(counter.added(10))
store.dispatch(counter.cleared())
console.log(store.get(count)) // → 0

const log: string[] = []
for (let offset = 0; offset <= store.timeline.playhead.head; offset++) {
  const record = store.recordAt(offset)
  log.push(`${offset} ${record?.type} ${record?.payload ?? ''}`)
}
console.log(log) // → [ '0 counter/added 1', '1 counter/added 10', '2 counter/cleared ' ]
// #endregion

// #region seek
await store.timeline.seek(1)
console.log(store.get(count)) // → 11
console.log(store.live.get(count)) // → 0

store.timeline.live()
console.log(store.get(count)) // → 0
// #endregion
