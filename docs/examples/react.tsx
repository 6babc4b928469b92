import {
  action,
  createActions,
  createSelector,
  createSelectorFamily,
  createSlice,
  createStore,
  table,
} from '@playhead/core'
import { createHooks } from '@playhead/react'
import { BehaviorSubject } from 'rxjs'

// #region page
const bank = createActions('bank', { paid: action<{ to: string; minor: number }>() })

const ledger = createSlice('ledger', { balances: table<string, number>() }, (on) => [
  on(bank.paid, (state, { payload: { to, minor } }) => {
    state.balances.set(to, (state.balances.get(to) ?? 0) + minor)
  }),
])

const names = createSelector(ledger, (state) => [...state.balances.keys()])
const balanceOf = createSelectorFamily(ledger, (state, name: string) => state.balances.get(name) ?? 0)

const store = createStore({ slices: [ledger] })
const { useSelector, useActions, useTimeline, useStream, StoreProvider } = createHooks(store)

function Row({ name }: { readonly name: string }) {
  const minor = useSelector(balanceOf(name)) // renders again when this balance changes
  const { paid } = useActions(bank)
  return (
    <button type="button" onClick={() => paid({ to: name, minor: 100 })}>
      {name}: {minor}
    </button>
  )
}

const Rows = () => useSelector(names).map((name) => <Row key={name} name={name} />)
// #endregion

// #region timeline
function TimeBar() {
  const { offset, head, status, seek, live } = useTimeline()
  return (
    <>
      <input
        type="range"
        aria-label="Place in the log"
        min={-1}
        max={head}
        value={offset}
        onChange={(event) => void seek(event.target.valueAsNumber)}
      />
      {status === 'parked' && (
        <button type="button" onClick={live}>
          Live
        </button>
      )}
    </>
  )
}
// #endregion

// #region at
const ThenAndNow = () => (
  <>
    <StoreProvider store={store} at={1}>
      <Rows />
    </StoreProvider>
    <Rows />
  </>
)
// #endregion

// #region stream
const online$ = new BehaviorSubject(true)

const Online = () => <p>{useStream(online$, true) ? 'online' : 'offline'}</p>
// #endregion

store.dispatch([bank.paid({ to: 'rent', minor: 95_000 }), bank.paid({ to: 'savings', minor: 20_000 })])

export default function Page() {
  return (
    <main>
      <ThenAndNow />
      <TimeBar />
      <Online />
    </main>
  )
}
