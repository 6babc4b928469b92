// #region ledger
import {
  action,
  createActions,
  createSelector,
  createSelectorFamily,
  createSlice,
  createStore,
  table,
} from '@playhead/core'

interface Account {
  readonly owner: string
  readonly minor: number
}

export const bank = createActions('bank', {
  opened: action<{ id: string; owner: string }>(),
  transferred: action<{ from: string; to: string; minor: number }>(),
})

export const ledger = createSlice('ledger', { accounts: table<string, Account>() }, (on) => [
  on(bank.opened, (state, { payload }) => {
    state.accounts.set(payload.id, { owner: payload.owner, minor: 0 })
  }),
  on(bank.transferred, (state, { payload }) => {
    state.accounts.update(payload.from, (account) => {
      account.minor -= payload.minor
    })
    state.accounts.update(payload.to, (account) => {
      account.minor += payload.minor
    })
  }),
])
// #endregion

// #region selectors
export const balanceOf = createSelectorFamily(ledger, (state, id: string) => state.accounts.get(id)?.minor ?? 0)
export const owners = createSelector(ledger, (state) => new Set(state.accounts.values().map(({ owner }) => owner)).size)
export const isOverdrawn = createSelectorFamily((id: string) => createSelector(balanceOf(id), (minor) => minor < 0))
// #endregion

// #region use
const store = createStore({ slices: [ledger] })
store.dispatch([bank.opened({ id: 'rent', owner: 'Ann' }), bank.opened({ id: 'salary', owner: 'Ann' })])
store.dispatch(bank.transferred({ from: 'salary', to: 'rent', minor: 95_000 }))

console.log(store.get(balanceOf('rent')), store.get(isOverdrawn('salary')), store.get(owners)) // → 95000 true 1
// #endregion

// #region as-of
console.log(store.at(1).get(balanceOf('rent'))) // → 0
console.log(store.timeline.playhead.status) // → live
// #endregion

// #region fork
const whatIf = store.timeline.fork({ at: 1 })
whatIf.dispatch(bank.transferred({ from: 'salary', to: 'rent', minor: 80_000 }))
console.log(whatIf.get(balanceOf('rent')), store.get(balanceOf('rent'))) // → 80000 95000
// #endregion
