import { action, createActions } from '@playhead/core'
import type { Currency } from '../../money/index.ts'
import type { SandboxMode } from './clearing/ClearingBank.ts'
import type { Quote } from './fx/Quote.ts'
import type { Order } from './Order.ts'
import { orderSchema, scheduleSchema } from './orderSchema.ts'
import { payeeSchema } from './payeeSchema.ts'
import type { Payee } from './payees.ts'
import type { Schedule } from './Schedule.ts'

/**
 * What happens to a payment.
 *
 * ```
 *   scheduled ─ due ─► requested ─┬─► cleared ─┬─► reversalRequested ─┬─► reversed
 *       └─ unscheduled            ├─► refused  └─► notBooked          └─► reversalRefused
 *                                 └─ delayed
 * ```
 *
 * On `requested` follows a `bank/holdPlaced`. With `cleared` and `refused` comes its end, with `cleared` a
 * `bank/entryPosted` and with `reversed` another: in one batch each.
 */
export const payments = createActions('payments', {
  /** The bank is asked. The money is pending from here on. */
  requested: action<Order>({
    version: 2,
    upcast: { 1: toOwnAccount },
    schema: orderSchema,
    redact: ['payload.memo', 'payload.to.name', 'payload.to.iban'],
  }),
  /** It takes longer than people expect. Nothing is wrong yet. */
  delayed: action<{ readonly paymentId: string }>(),
  /** The bank did it. */
  cleared: action<{ readonly paymentId: string }>(),
  /** The bank did not, or could not be asked: nothing moved. */
  refused: action<{ readonly paymentId: string; readonly reason: string }>(),
  /** The bank did it, and the ledger could not take the entry: the books and the bank differ. */
  notBooked: action<{ readonly paymentId: string; readonly reason: string }>(),
  /** To be requested later, once or again and again. */
  scheduled: action<Schedule>({
    version: 2,
    upcast: { 1: ({ at, transfer }: ScheduleV1): Schedule => ({ at, transfer: toOwnAccount(transfer) }) },
    schema: scheduleSchema,
    redact: ['payload.transfer.memo', 'payload.transfer.to.name', 'payload.transfer.to.iban'],
  }),
  /** Taken off the list before it was due. */
  unscheduled: action<{ readonly paymentId: string }>(),
  /** Its time has come, for the nth time from 0. A `payments/requested` record comes with it, in one batch. */
  due: action<{
    readonly paymentId: string
    readonly nth?: number
    /** When it is due next, in milliseconds since 1970; not again where it is left out. */
    readonly nextAt?: number
  }>(),
  /** The bank is asked for the money back. */
  reversalRequested: action<{ readonly paymentId: string }>(),
  reversed: action<{ readonly paymentId: string }>(),
  reversalRefused: action<{ readonly paymentId: string; readonly reason: string }>(),
  /** Somebody wants to know what a currency costs. */
  quoteAsked: action<{ readonly quoteId: string; readonly sell: Currency; readonly buy: Currency }>(),
  quoted: action<Quote>(),
  quoteRefused: action<{ readonly quoteId: string; readonly reason: string }>(),
  payeeSaved: action<Payee>({ schema: payeeSchema, undoable: true, redact: ['payload.name', 'payload.iban'] }),
  payeeRemoved: action<{ readonly payeeId: string }>({ undoable: true }),
  /** What the sandbox bank does with requests from now on. */
  sandboxModeChosen: action<{ readonly mode: SandboxMode }>(),
})

/** As orders were before there were payees. */
interface OrderV1 extends Omit<Order, 'to' | 'exchange'> {
  readonly to: string
}

interface ScheduleV1 {
  readonly at: number
  readonly transfer: OrderV1
}

function toOwnAccount({ to, ...order }: OrderV1): Order {
  return { ...order, to: { kind: 'own', account: to } }
}
