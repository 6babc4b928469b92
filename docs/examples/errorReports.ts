import { action, createActions, createSlice, createStore, importSession, openSession } from '@playhead/core'

const till = createActions('till', {
  sold: action<{ item: string; card: string }>({ redact: ['payload.card'] }),
})
const sales = createSlice('sales', 0, (on) => [on(till.sold, (n) => n + 1)])
const store = createStore({ slices: [sales] })

// #region watch
import { recorder } from '@playhead/core'

const flight = recorder(store, { lastMs: 60_000, bytesMax: 500_000, sample: 0.1, app: 'till', build: '2026.11' })

flight.watch(globalThis.window, ({ session, error }) => {
  void fetch('/errors', { method: 'POST', body: JSON.stringify({ error, session }) })
})
// #endregion

// #region report
store.dispatch(till.sold({ item: 'tea', card: '4111 1111 1111 1111' }))

const report = recorder(store).report(new Error('The drawer is stuck'))
console.log(report?.error?.message) // → The drawer is stuck
console.log(report?.session.includes('4111')) // → false
// #endregion

// #region open
const { store: theirs, state } = openSession(importSession(report?.session ?? ''), { slices: [sales] })
console.log(state, theirs.get(sales)) // → same 1
// #endregion
