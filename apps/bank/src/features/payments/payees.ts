import type { Table } from '@playhead/core'
import { createSelector, createSlice, table } from '@playhead/core'
import { payments as happened } from './actions.ts'

/** Somebody who is paid more than once. */
export interface Payee {
  readonly payeeId: string
  readonly name: string
  /** Without spaces. */
  readonly iban: string
}

interface PayeesState {
  readonly byId: Table<string, Payee>
}

const initial: PayeesState = { byId: table<string, Payee>() }

/** The people and firms that the household pays. */
export const payees = createSlice('payees', initial, (on) => [
  on(happened.payeeSaved, (state, { payload }) => {
    state.byId.set(payload.payeeId, payload)
  }),
  on(happened.payeeRemoved, (state, { payload }) => {
    state.byId.delete(payload.payeeId)
  }),
])

/** By name. */
export const payeesByName = createSelector(payees, ({ byId }): readonly Payee[] =>
  [...byId.values()].sort((a, b) => a.name.localeCompare(b.name)),
)
