import type { On } from '@playhead/core'
import { action, createActions, createSelectorFamily, createSlice, createStore, table } from '@playhead/core'
import { openLedger } from '../../ledger/playheadLedger.ts'
import type { Account, AccountsSetup, Contestant } from '../Contestant.ts'

const bank = createActions('bank', {
  incremented: action(),
  balanceSet: action<{ id: string; minor: number }>(),
  interestPaid: action<{ minor: number }>(),
})

const tableOf = (rows: readonly Account[]) => table<string, Account>({ rows: rows.map((row) => [row.id, row]) })
interface AccountsState {
  accounts: ReturnType<typeof tableOf>
}

function accounts(
  cases: (on: On<AccountsState>) => ReturnType<On<AccountsState>>[],
): NonNullable<Contestant['accounts']> {
  return ({ rows, watched, changed }: AccountsSetup) => {
    const slice = createSlice('bank', { accounts: tableOf(rows) }, cases)
    const balanceOf = createSelectorFamily(slice, (state, id: string) => state.accounts.get(id)?.minor ?? 0)
    const store = createStore({ slices: [slice] })
    for (const { id } of watched) {
      const balance = balanceOf(id)
      store.watch(balance, () => changed(store.get(balance)))
    }
    return {
      set: (at, minor) => store.dispatch(bank.balanceSet({ id: (rows[at] as Account).id, minor })),
      addToAll: (minor) => store.dispatch(bank.interestPaid({ minor })),
    }
  }
}

/** Reducers that return the new value: no draft of the row is made. */
export const rowReturned: Contestant = {
  counter() {
    const count = createSlice('count', 0, (on) => [on(bank.incremented, (n) => n + 1)])
    const store = createStore({ slices: [count] })
    return { increment: () => store.dispatch(bank.incremented()), read: () => store.get(count) }
  },
  accounts: accounts((on) => [
    on(bank.balanceSet, (state, { payload: { id, minor } }) => {
      const row = state.accounts.get(id)
      if (row) state.accounts.set(id, { ...row, minor })
    }),
    on(bank.interestPaid, (state, { payload }) => {
      state.accounts.mapAll((row) => ({ ...row, minor: row.minor + payload.minor }))
    }),
  ]),
  ledger: openLedger('row'),
}

/** Reducers that write to drafts. */
export const draft: Contestant = {
  counter() {
    const count = createSlice('count', { n: 0 }, (on) => [
      on(bank.incremented, (state) => {
        state.n++
      }),
    ])
    const store = createStore({ slices: [count] })
    return { increment: () => store.dispatch(bank.incremented()), read: () => store.get(count).n }
  },
  accounts: accounts((on) => [
    on(bank.balanceSet, (state, { payload: { id, minor } }) => {
      state.accounts.update(id, (row) => {
        row.minor = minor
      })
    }),
    on(bank.interestPaid, (state, { payload }) => {
      state.accounts.updateAll((row) => {
        row.minor += payload.minor
      })
    }),
  ]),
  ledger: openLedger('draft'),
}
