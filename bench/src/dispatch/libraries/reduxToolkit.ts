import type { PayloadAction } from '@reduxjs/toolkit'
import { configureStore, createEntityAdapter, createSlice } from '@reduxjs/toolkit'
import type { Account, Contestant } from '../Contestant.ts'

/** Slices with Immer, rows in an entity adapter. */
export const reduxToolkit: Contestant = {
  counter() {
    const slice = createSlice({
      name: 'count',
      initialState: { n: 0 },
      reducers: {
        incremented(state) {
          state.n++
        },
      },
    })
    const store = configureStore({ reducer: { count: slice.reducer } })
    const { incremented } = slice.actions
    return { increment: () => store.dispatch(incremented()), read: () => store.getState().count.n }
  },
  accounts({ rows, watched, changed }) {
    const adapter = createEntityAdapter<Account>()
    const slice = createSlice({
      name: 'accounts',
      initialState: adapter.getInitialState(undefined, rows),
      reducers: {
        balanceSet(state, { payload: { id, minor } }: PayloadAction<{ id: string; minor: number }>) {
          const row = state.entities[id]
          if (row) row.minor = minor
        },
        interestPaid(state, { payload }: PayloadAction<{ minor: number }>) {
          for (const row of Object.values(state.entities)) row.minor += payload.minor
        },
      },
    })
    const store = configureStore({ reducer: { accounts: slice.reducer } })
    const { balanceSet, interestPaid } = slice.actions
    const { selectById } = adapter.getSelectors<ReturnType<typeof store.getState>>((state) => state.accounts)
    for (const { id } of watched) {
      let last = selectById(store.getState(), id)?.minor
      store.subscribe(() => {
        const now = selectById(store.getState(), id)?.minor
        if (now === last) return
        last = now
        changed(now as number)
      })
    }
    return {
      set: (at, minor) => store.dispatch(balanceSet({ id: (rows[at] as Account).id, minor })),
      addToAll: (minor) => store.dispatch(interestPaid({ minor })),
    }
  },
}
