import type { Table } from '@playhead/core'
import { createSelector, createSelectorFamily, createSlice, table } from '@playhead/core'
import type { AccountId } from '../../ledger/index.ts'
import type { Statement } from './actions.ts'
import { statements as happened } from './actions.ts'

interface StatementsState {
  readonly byId: Table<string, Statement>
}

const initial: StatementsState = { byId: table<string, Statement>() }

/** The closed statements. One that does not follow on the one before it, in number, balance and day, is left out. */
export const statements = createSlice('statements', initial, (on) => [
  on(happened.closed, (state, { payload }) => {
    const before = state.byId
      .values()
      .filter(({ account }) => account === payload.account)
      .reduce<Statement | undefined>(
        (newest, each) => (newest && newest.number > each.number ? newest : each),
        undefined,
      )
    const follows =
      payload.number === (before?.number ?? 0) + 1 &&
      (before === undefined || (payload.openingMinor === before.closingMinor && payload.from > before.to))
    if (follows && !state.byId.has(payload.statementId)) state.byId.set(payload.statementId, payload)
  }),
])

const byAccount = createSelector(statements, ({ byId }) => {
  const grouped = new Map<AccountId, Statement[]>()
  for (const statement of byId.values()) {
    const known = grouped.get(statement.account)
    if (known) known.push(statement)
    else grouped.set(statement.account, [statement])
  }
  return grouped
})

const none: readonly Statement[] = []

/** The closed statements of an account, the oldest first. */
export const statementsOf = createSelectorFamily(
  byAccount,
  (grouped, account: AccountId): readonly Statement[] => grouped.get(account) ?? none,
)
