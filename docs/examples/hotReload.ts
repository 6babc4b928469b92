// #region store
import { action, createActions, createSlice, createStore } from '@playhead/core'

const counter = createActions('counter', { added: action<number>() })
const count = createSlice('count', 0, (on) => [on(counter.added, (n, { payload }) => n + payload)])

const slices = [count] as const
const create = () => createStore({ slices })

const kept: ReturnType<typeof create> | undefined = import.meta.hot?.data.store
export const store = kept ?? create()

if (import.meta.hot) {
  import.meta.hot.data.store = store
  import.meta.hot.accept()
  // Rejects where a slice is new or gone: then the page is loaded anew.
  kept?.replace(slices).catch(() => import.meta.hot?.invalidate())
}
// #endregion

store.dispatch(counter.added(2))
console.log(store.get(count)) // → 2
