import type { RecordId, Table } from '@playhead/core'
import { createSelector, createSelectorFamily, createSlice, table } from '@playhead/core'
import type { AccountId } from '../../ledger/index.ts'
import { ledger } from '../../ledger/index.ts'
import type { Transfer } from './actions.ts'
import { payments as happened } from './actions.ts'

/** A payment that was requested. */
export interface Payment extends Transfer {
  /** The record that asked for it. */
  readonly requestId: RecordId
  /** Milliseconds since 1970. */
  readonly requestedAt: number
  readonly status: 'pending' | 'cleared' | 'refused'
  /** Why it was refused: a sentence. */
  readonly reason?: string
}

/** A payment that waits for its time. */
export interface ScheduledPayment extends Transfer {
  /** The record that scheduled it. */
  readonly scheduleId: RecordId
  /** Milliseconds since 1970. */
  readonly at: number
}

interface PaymentsState {
  /** In the order in which they were requested. */
  readonly byId: Table<string, Payment>
  /** In the order in which they were scheduled. */
  readonly scheduled: Table<string, ScheduledPayment>
}

const initial: PaymentsState = { byId: table<string, Payment>(), scheduled: table<string, ScheduledPayment>() }

/** What was asked of the bank, and what it answered. The first answer counts, and so does the first request. */
export const payments = createSlice('payments', initial, (on) => [
  on(happened.requested, (state, { payload, id, time }) => {
    if (state.byId.has(payload.paymentId)) return
    state.byId.set(payload.paymentId, { ...payload, requestId: id, requestedAt: time, status: 'pending' })
  }),
  on([happened.cleared, happened.refused], (state, { payload }) => {
    const payment = state.byId.get(payload.paymentId)
    if (payment?.status !== 'pending') return
    state.byId.set(
      payload.paymentId,
      'reason' in payload
        ? { ...payment, status: 'refused', reason: payload.reason }
        : { ...payment, status: 'cleared' },
    )
  }),
  on(happened.scheduled, (state, { payload: { at, transfer }, id }) => {
    if (state.scheduled.has(transfer.paymentId) || state.byId.has(transfer.paymentId)) return
    state.scheduled.set(transfer.paymentId, { ...transfer, at, scheduleId: id })
  }),
  on([happened.unscheduled, happened.due], (state, { payload }) => {
    state.scheduled.delete(payload.paymentId)
  }),
])

/** Requested, and not answered yet. */
export const pendingPayments = createSelector(payments, ({ byId }): readonly Payment[] =>
  byId
    .values()
    .filter(({ status }) => status === 'pending')
    .toArray(),
)

/** The records to which the bank owes an answer. */
export const requestsOnTheirWay = createSelector(pendingPayments, (pending) =>
  pending.map(({ requestId }) => requestId),
)

/** What waits for its time, the next first. */
export const scheduledPayments = createSelector(payments, ({ scheduled }): readonly ScheduledPayment[] =>
  scheduled
    .values()
    .toArray()
    .sort((a, b) => a.at - b.at),
)

/** The records whose time has not come. */
export const schedulesThatWait = createSelector(scheduledPayments, (waiting) =>
  waiting.map(({ scheduleId }) => scheduleId),
)

/** Refused payments, the newest first. */
export const refusedPayments = createSelector(payments, ({ byId }): readonly Payment[] =>
  byId
    .values()
    .filter(({ status }) => status === 'refused')
    .toArray()
    .reverse(),
)

/** What an account holds less what is on its way from it, in minor units. What is on its way to it does not count yet. */
export const availableOf = createSelectorFamily((id: AccountId) =>
  createSelector([ledger, pendingPayments], ({ balances }, pending) => {
    const leaving = pending.reduce((sum, { from, minor }) => (from === id ? sum + minor : sum), 0)
    return (balances.get(id)?.minor ?? 0) - leaving
  }),
)
