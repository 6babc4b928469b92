import type { RecordId, Table } from '@playhead/core'
import { createSelector, createSelectorFamily, createSlice, table } from '@playhead/core'
import { payments as happened } from './actions.ts'
import type { SandboxMode } from './clearing/ClearingBank.ts'
import type { Order } from './Order.ts'
import type { Repeat } from './Schedule.ts'

/** A payment that was requested. */
export interface Payment extends Order {
  /** The record that asked for it. */
  readonly requestId: RecordId
  /** Milliseconds since 1970. */
  readonly requestedAt: number
  /** `unbooked`: the bank did it, and it is not in the books. */
  readonly status: 'pending' | 'cleared' | 'refused' | 'unbooked'
  /** It takes longer than people expect. */
  readonly isLate?: boolean
  /** Why it was refused, or is not booked: a sentence. */
  readonly reason?: string
  readonly reversal?: Reversal
}

/** What came of asking for the money back. */
export interface Reversal {
  readonly requestId: RecordId
  readonly status: 'asked' | 'done' | 'refused'
  readonly reason?: string
}

/** A payment that waits for its time. */
export interface ScheduledPayment extends Order {
  /** The record that scheduled it. */
  readonly scheduleId: RecordId
  /** When it is due next, in milliseconds since 1970. */
  readonly at: number
  readonly repeat?: Repeat
  /** How often it was requested so far. */
  readonly done: number
}

interface PaymentsState {
  /** In the order in which they were requested. */
  readonly byId: Table<string, Payment>
  /** In the order in which they were scheduled. */
  readonly scheduled: Table<string, ScheduledPayment>
  readonly mode: SandboxMode
}

const initial: PaymentsState = {
  byId: table<string, Payment>(),
  scheduled: table<string, ScheduledPayment>(),
  mode: 'instant',
}

/** What was asked of the bank, and what it answered. The first answer counts, and so does the first request. */
export const payments = createSlice(
  'payments',
  initial,
  (on) => [
    on(happened.requested, (state, { payload, id, time }) => {
      if (state.byId.has(payload.paymentId)) return
      state.byId.set(payload.paymentId, { ...payload, requestId: id, requestedAt: time, status: 'pending' })
    }),
    on(happened.delayed, (state, { payload: { paymentId } }) => {
      const payment = state.byId.get(paymentId)
      if (payment?.status === 'pending') state.byId.set(paymentId, { ...payment, isLate: true })
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
    on(happened.notBooked, (state, { payload: { paymentId, reason } }) => {
      const payment = state.byId.get(paymentId)
      if (payment?.status === 'cleared') state.byId.set(paymentId, { ...payment, status: 'unbooked', reason })
    }),
    on(happened.reversalRequested, (state, { payload: { paymentId }, id }) => {
      const payment = state.byId.get(paymentId)
      if (payment?.status !== 'cleared' || isTakenBack(payment)) return
      state.byId.set(paymentId, { ...payment, reversal: { requestId: id, status: 'asked' } })
    }),
    on([happened.reversed, happened.reversalRefused], (state, { payload }) => {
      const payment = state.byId.get(payload.paymentId)
      if (payment?.reversal?.status !== 'asked') return
      const { requestId } = payment.reversal
      const reversal: Reversal =
        'reason' in payload ? { requestId, status: 'refused', reason: payload.reason } : { requestId, status: 'done' }
      state.byId.set(payload.paymentId, { ...payment, reversal })
    }),
    on(happened.scheduled, (state, { payload: { at, transfer, repeat }, id }) => {
      if (state.scheduled.has(transfer.paymentId) || state.byId.has(transfer.paymentId)) return
      state.scheduled.set(transfer.paymentId, { ...transfer, at, scheduleId: id, done: 0, ...(repeat && { repeat }) })
    }),
    on(happened.unscheduled, (state, { payload }) => {
      state.scheduled.delete(payload.paymentId)
    }),
    on(happened.due, (state, { payload: { paymentId, nth = 0, nextAt } }) => {
      const waiting = state.scheduled.get(paymentId)
      if (waiting?.done !== nth) return
      if (nextAt === undefined) state.scheduled.delete(paymentId)
      else state.scheduled.set(paymentId, { ...waiting, at: nextAt, done: nth + 1 })
    }),
    on(happened.sandboxModeChosen, (state, { payload: { mode } }) => {
      state.mode = mode
    }),
  ],
  { version: 2 },
)

/** Asked for once, or given back: there is nothing more to ask for. A refusal may be asked about again. */
const isTakenBack = ({ reversal }: Payment) => reversal !== undefined && reversal.status !== 'refused'

/** Whether the bank may be asked for the money of a payment back. */
export const canReverse = (payment: Payment): boolean => payment.status === 'cleared' && !isTakenBack(payment)

/** What the sandbox bank does with requests. */
export const sandboxMode = createSelector(payments, ({ mode }) => mode)

/** All that was requested, the newest first. */
export const paymentHistory = createSelector(payments, ({ byId }): readonly Payment[] => [...byId.values()].reverse())

/** A payment by its id. */
export const paymentOf = createSelectorFamily(payments, ({ byId }, paymentId: string) => byId.get(paymentId))

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

/** The same for those that ask for money back. */
export const reversalsOnTheirWay = createSelector(payments, ({ byId }) =>
  byId
    .values()
    .flatMap(({ reversal }) => (reversal?.status === 'asked' ? [reversal.requestId] : []))
    .toArray(),
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

/** Payments that did not go as they should, the newest first. */
export const failedPayments = createSelector(paymentHistory, (all) =>
  all.filter(({ status }) => status === 'refused' || status === 'unbooked'),
)
