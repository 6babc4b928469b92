import type { PayloadAction } from '@reduxjs/toolkit'
import { configureStore, createEntityAdapter, createSlice } from '@reduxjs/toolkit'
import { Provider, useSelector } from 'react-redux'
import type { Account } from '../../dispatch/Contestant.ts'
import { Cells } from '../Cells.tsx'
import type { CreateContestant } from '../ReactContestant.ts'

/** Rows in an entity adapter. */
export const create: CreateContestant = ({ rows, rendered }) => {
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
  type State = ReturnType<typeof store.getState>
  const { selectById } = adapter.getSelectors<State>((state) => state.accounts)
  const { balanceSet, interestPaid } = slice.actions
  const idOf = (at: number) => (rows[at] as Account).id
  return {
    Provider: ({ children }) => <Provider store={store}>{children}</Provider>,
    Row({ at }) {
      rendered(at)
      return <Cells row={useSelector((state: State) => selectById(state, idOf(at)) as Account)} />
    },
    set: (at, minor) => store.dispatch(balanceSet({ id: idOf(at), minor })),
    addToAll: (minor) => store.dispatch(interestPaid({ minor })),
  }
}
