import { action, createActions, createEffect, createSlice, createStore, topic } from '@playhead/core'

// #region publish
// features/accounts/actions.ts
const accounts = createActions('accounts', {
  opened: action<{ id: string; owner: string }>({ topic: ({ id }) => ['bank', 'account', id, 'opened'] }),
  closed: action<{ id: string }>({ topic: ({ id }) => ['bank', 'account', id, 'closed'] }),
})
// #endregion

// #region slice
// features/activity: it imports nothing of accounts
const activity = createSlice('activity', [] as string[], (on) => [
  on(topic('bank.account.#'), (lines, { type, time }) => {
    lines.push(`${new Date(time).toISOString().slice(0, 10)} ${type}`)
  }),
])
// #endregion

// #region narrow
// features/owners: it knows one of the actions, and narrows by it
const owners = createSlice('owners', {} as { [id: string]: string }, (on) => [
  on(topic('bank.account.*.*'), (state, record) => {
    if (accounts.opened.match(record)) state[record.payload.id] = record.payload.owner
  }),
])
// #endregion

// #region effect
const sent: string[] = []
const audit = createEffect('audit', {
  on: topic('bank.account.*.closed'),
  flatten: 'concat',
  run: async ({ id }) => {
    sent.push(id)
  },
  failed: (error) => ({ type: 'audit/failed', payload: String(error) }),
})
// #endregion

// #region store
const store = createStore({
  slices: [activity, owners],
  effects: [audit],
  clock: { now: () => Date.UTC(2026, 10, 23) },
})
const heard: string[] = []
store.topic('bank.account.7.*').subscribe(({ type }) => heard.push(type))

store.dispatch(accounts.opened({ id: '7', owner: 'Ann' }))
store.dispatch(accounts.opened({ id: '8', owner: 'Bo' }))
store.dispatch(accounts.closed({ id: '7' }))

console.log(heard) // → [ 'accounts/opened', 'accounts/closed' ]
console.log(store.get(owners)) // → { '7': 'Ann', '8': 'Bo' }
console.log(store.get(activity).length, sent.length) // → 3 1
// #endregion
