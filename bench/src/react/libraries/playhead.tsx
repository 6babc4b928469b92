import { action, createActions, createSelectorFamily, createSlice, createStore, table } from '@playhead/core'
import { createHooks } from '@playhead/react'
import type { Account } from '../../dispatch/Contestant.ts'
import { Cells } from '../Cells.tsx'
import type { CreateContestant } from '../ReactContestant.ts'

const bank = createActions('bank', {
  balanceSet: action<{ id: string; minor: number }>(),
  interestPaid: action<{ minor: number }>(),
})

/** Rows in a table, each read by a member of a selector family; reducers return the row. */
export const create: CreateContestant = ({ rows, rendered }) => {
  const accounts = table<string, Account>({ rows: rows.map((row) => [row.id, row]) })
  const slice = createSlice('bank', { accounts }, (on) => [
    on(bank.balanceSet, (state, { payload: { id, minor } }) => {
      const row = state.accounts.get(id)
      if (row) state.accounts.set(id, { ...row, minor })
    }),
    on(bank.interestPaid, (state, { payload }) => {
      for (const [id, row] of state.accounts) {
        state.accounts.set(id, { ...row, minor: row.minor + payload.minor })
      }
    }),
  ])
  const accountOf = createSelectorFamily(slice, (state, id: string) => state.accounts.get(id) as Account)
  const store = createStore({ slices: [slice] })
  const { useSelector } = createHooks(store)
  return {
    Row({ at }) {
      rendered(at)
      return <Cells row={useSelector(accountOf((rows[at] as Account).id))} />
    },
    set: (at, minor) => store.dispatch(bank.balanceSet({ id: (rows[at] as Account).id, minor })),
    addToAll: (minor) => store.dispatch(bank.interestPaid({ minor })),
  }
}
