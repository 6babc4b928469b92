import { createEffect } from '@playhead/core'
import { ledger } from '../../ledger/index.ts'
import { payments } from './actions.ts'
import { entryIdOf } from './Order.ts'

/**
 * Looks whether what the bank has cleared is in the books. The ledger leaves out an entry that it cannot hold; the
 * payment must then not stand there as if all were well.
 */
export const checkBooked = createEffect('checkBooked', {
  on: payments.cleared,
  flatten: 'merge',
  run: ({ payload: { paymentId } }, { get }) =>
    get(ledger).entries.has(entryIdOf(paymentId)) ? [] : [payments.notBooked({ paymentId, reason: NOT_BOOKED })],
  failed: (error, { payload: { paymentId } }) => payments.notBooked({ paymentId, reason: String(error) }),
})

const NOT_BOOKED =
  'The bank carried it out, and the ledger could not book it. Import a statement to bring both together.'
