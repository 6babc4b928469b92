import type { Account, CalendarDay, Entry, Leg } from '../../ledger/index.ts'
import { exchangeLegs, expenseAccount, fxAccount, transferLegs } from '../../ledger/index.ts'
import type { Order } from './Order.ts'
import { entryIdOf } from './Order.ts'

/** Until somebody says what it was for. */
const UNSORTED = 'uncategorised'

/** The entry that books a payment on a day. */
export function entryOfOrder(order: Order, day: CalendarDay): Entry {
  const { paymentId, to, memo, exchange } = order
  return {
    entryId: entryIdOf(paymentId),
    kind: exchange ? 'fx' : 'transfer',
    legs: legsOf(order),
    bookingDate: day,
    valueDate: day,
    memo,
    ...(to.kind === 'payee' && { counterparty: { name: to.name, account: to.iban }, category: UNSORTED }),
  }
}

/** The entry that takes it back. */
export function entryOfReversal(order: Order, day: CalendarDay): Entry {
  const entry = entryOfOrder(order, day)
  return {
    ...entry,
    entryId: `reversal/${entry.entryId}`,
    kind: 'reversal',
    reverses: entry.entryId,
    legs: entry.legs.map((leg) => ({ ...leg, minor: -leg.minor })),
    memo: order.memo === '' ? 'Taken back' : `Taken back: ${order.memo}`,
  }
}

/** The accounts of the world outside on which it stands: they must be open before it is booked. */
export function worldAccountsOf({ to, currency, exchange }: Order): readonly Account[] {
  if (to.kind === 'payee') return [expenseAccount(UNSORTED, currency)]
  return exchange ? [fxAccount(currency), fxAccount(exchange.currency)] : []
}

function legsOf({ from, to, currency, minor, exchange }: Order): readonly Leg[] {
  if (to.kind === 'payee') {
    return transferLegs({ from, to: expenseAccount(UNSORTED, currency).id, currency, minor })
  }
  if (!exchange) return transferLegs({ from, to: to.account, currency, minor })
  return exchangeLegs(
    { account: from, currency, minor },
    { account: to.account, currency: exchange.currency, minor: exchange.minor },
  )
}
