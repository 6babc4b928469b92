import {
  action,
  createActions,
  createSlice,
  createStore,
  importSession,
  openSession,
  sessionText,
} from '@playhead/core'

// #region redact
const bank = createActions('bank', {
  opened: action<{ id: string; iban: string; since: Date }>({ redact: ['payload.iban'] }),
  deposited: action<{ id: string; minor: number }>(),
})
// #endregion

const balances = createSlice('balances', {} as { [id: string]: number }, (on) => [
  on(bank.opened, (state, { payload }) => {
    state[payload.id] = 0
  }),
  on(bank.deposited, (state, { payload: { id, minor } }) => {
    state[id] = (state[id] ?? 0) + minor
  }),
])

// #region export
const store = createStore({ slices: [balances] })
store.dispatch(bank.opened({ id: 'a', iban: 'DE89370400440532013000', since: new Date(0) }))
store.dispatch(bank.deposited({ id: 'a', minor: 500 }))

const text = sessionText(store, { app: 'bank', build: '2026.11' }) // save it as bank.playhead
// #endregion

// #region import
const session = importSession(text)
console.log(session.report.compatible) // → true
console.log(session.records[0]?.payload) // → { id: 'a', iban: '[redacted 1]', since: 1970-01-01T00:00:00.000Z }

const { store: opened, state } = openSession(session, { slices: [balances] })
await opened.timeline.seek(0)
console.log(state, opened.get(balances)) // → same { a: 0 }
// #endregion
