import { action, createActions, createSelector, createSlice, createStore } from '@playhead/core'
import { createHooks } from '@playhead/react'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { Observable } from 'rxjs'

// #region store
const rates = createActions('rates', {
  arrived: action<{ pair: string; rate: number }>(),
})
const quoted = createSlice('quoted', {} as { [pair: string]: number }, (on) => [
  on(rates.arrived, (state, { payload: { pair, rate } }) => {
    state[pair] = rate
  }),
])
const euroInDollars = createSelector(quoted, (state) => state['EUR/USD'])

const store = createStore({ slices: [quoted] })
const { useSelector } = createHooks(store)
// #endregion

// #region connect
const queries = new QueryClient()

/** The answers of a query client, each once. */
const answers$ = new Observable<{ key: readonly unknown[]; data: unknown }>((subscriber) =>
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    subscriber.next({ key: event.query.queryKey, data: event.query.state.data })
  }),
)

// What state depends on is a record: a replay then needs no server.
store.connect(answers$, ({ key: [name, pair], data }) =>
  name === 'rate' ? rates.arrived({ pair: String(pair), rate: Number(data) }) : undefined,
)
// #endregion

// #region component
function Rate() {
  const { isPending, isError } = useQuery({ queryKey: ['rate', 'EUR/USD'], queryFn: askForRate })
  const rate = useSelector(euroInDollars) // at the playhead, whatever the cache holds now
  if (rate !== undefined) return <output>{rate}</output>
  return <output>{isError ? 'not available' : isPending ? 'asking …' : '–'}</output>
}
// #endregion

const askForRate = () => Promise.resolve(1.08)

export default function Page() {
  return (
    <QueryClientProvider client={queries}>
      <Rate />
    </QueryClientProvider>
  )
}
export { store }
