import type { Table } from '@playhead/core'
import { createSlice, table } from '@playhead/core'
import type { AccountId } from './Account.ts'
import { bank } from './actions.ts'

interface NamesState {
  readonly byAccount: Table<AccountId, string>
}

const initial: NamesState = { byAccount: table<AccountId, string>() }

/** The names that people gave to accounts. Apart from the ledger, in which an account stays as it was opened. */
export const accountNames = createSlice('accountNames', initial, (on) => [
  on(bank.accountRenamed, (state, { payload: { account, name } }) => {
    state.byAccount.set(account, name.trim())
  }),
])
