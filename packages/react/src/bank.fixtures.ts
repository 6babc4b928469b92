import {
  action,
  createActions,
  createSelector,
  createSelectorFamily,
  createSlice,
  createStore,
  table,
} from '@playhead/core'

export const bank = createActions('bank', {
  opened: action<{ id: string; minor: number }>(),
  closed: action<string>(),
  paid: action<{ id: string; minor: number }>(),
  renamed: action<string>(),
})

export const ledger = createSlice('ledger', { accounts: table<string, { minor: number }>() }, (on) => [
  on(bank.opened, (state, { payload }) => state.accounts.set(payload.id, { minor: payload.minor })),
  on(bank.closed, (state, { payload }) => state.accounts.delete(payload)),
  on(bank.paid, (state, { payload }) =>
    state.accounts.update(payload.id, (account) => {
      account.minor += payload.minor
    }),
  ),
])

const title = createSlice('title', { text: 'bank' }, (on) => [
  on(bank.renamed, (state, { payload }) => {
    state.text = payload
  }),
])

export const ids = createSelector(ledger, (state) => [...state.accounts.keys()])
export const minorOf = createSelectorFamily(ledger, (state, id: string) => state.accounts.get(id)?.minor ?? 0)
/** Throws where there is no such account, as selectors do that trust their parent component. */
export const sureMinorOf = createSelectorFamily(ledger, (state, id: string) => {
  const account = state.accounts.get(id)
  if (!account) throw new Error(`no account ${id}`)
  return account.minor
})

export const newStore = () => createStore({ slices: [ledger, title] })

/** A store with account `a` of 1 and account `b` of 2: offsets 0 and 1. */
export function bankStore() {
  const store = newStore()
  store.dispatch([bank.opened({ id: 'a', minor: 1 }), bank.opened({ id: 'b', minor: 2 })])
  return store
}
