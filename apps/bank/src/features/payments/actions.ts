import { action, createActions } from '@playhead/core'
import type { AccountId } from '../../ledger/index.ts'
import type { Currency } from '../../money/index.ts'

/** Money that is to go from one own account to another, both of one currency. */
export interface Transfer {
  readonly paymentId: string
  readonly from: AccountId
  readonly to: AccountId
  readonly currency: Currency
  /** Minor units, above zero. */
  readonly minor: number
  readonly memo: string
}

/** What happens to a payment. A `bank/entryPosted` record comes with `cleared`, in one batch. */
export const payments = createActions('payments', {
  /** The bank is asked. The money is pending from here on. */
  requested: action<Transfer>(),
  /** The bank did it. */
  cleared: action<{ readonly paymentId: string }>(),
  /** The bank did not, or could not be asked: nothing moved. */
  refused: action<{ readonly paymentId: string; readonly reason: string }>(),
  /** To be requested later; `at` in milliseconds since 1970. */
  scheduled: action<{ readonly at: number; readonly transfer: Transfer }>(),
  /** Taken off the list before it was due. */
  unscheduled: action<{ readonly paymentId: string }>(),
  /** Its time has come. A `payments/requested` record comes with it, in one batch. */
  due: action<{ readonly paymentId: string }>(),
})
