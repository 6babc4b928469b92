import { action, createActions, createSlice, createStore } from '@playhead/core'
import { createHooks } from '@playhead/react'
import { lazy, Suspense } from 'react'

const words = createActions('words', { said: action<string>() })
const count = createSlice('count', 0, (on) => [on(words.said, (n) => n + 1)])
export const store = createStore({ slices: [count] })
const { useSelector } = createHooks(store)

// #region lazy
const Longest = lazy(async () => {
  const { longest } = await loadLongest() // import('./longest.ts')
  await store.add(longest).ready // it has folded what was said before it came
  return { default: () => <output>{useSelector(longest)}</output> }
})

export default function Page() {
  return (
    <Suspense fallback={<output>…</output>}>
      <Longest />
    </Suspense>
  )
}
// #endregion

/** Stands for a module of its own. */
const loadLongest = () =>
  Promise.resolve({
    longest: createSlice('longest', '', (on) => [
      on(words.said, (state, { payload }) => (payload.length > state.length ? payload : state)),
    ]),
  })

export { words }
