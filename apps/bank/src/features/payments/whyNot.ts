import type { View } from '@playhead/core'
import type { AccountId } from '../../ledger/index.ts'
import { isOwn, ledger, openHoldsOf } from '../../ledger/index.ts'
import { boughtFor } from './fx/Quote.ts'
import { quotes } from './fx/quotes.ts'
import type { Order } from './Order.ts'
import { holdIdOf } from './Order.ts'

/**
 * Why an order cannot be carried out as things are, as a sentence; undefined where it can. The same is asked while
 * somebody writes it and again before the bank is: what has changed in between counts.
 */
export function whyNot(order: Order, { get }: Pick<View, 'get'>, nowMs: number): string | undefined {
  const { accounts } = get(ledger)
  const from = accounts.get(order.from)
  if (!from || !isOwn(from)) return 'The account that it is paid from is not open.'
  if (from.currency !== order.currency) return `${from.name} holds ${from.currency}, not ${order.currency}.`
  if (order.to.kind === 'own') {
    const to = accounts.get(order.to.account)
    if (!to || !isOwn(to)) return 'The account that it goes to is not open.'
    if (to.id === from.id) return 'It would go to the account that it comes from.'
    if (to.currency !== (order.exchange?.currency ?? order.currency)) {
      return `${to.name} holds ${to.currency}, so it needs a quote.`
    }
  }
  // What is kept for this very payment does not stand in its way: it may have been asked for before a reload.
  const spendable = spendableOf(order.from, holdIdOf(order.paymentId), get)
  if (spendable !== undefined && order.minor > spendable) return 'That is more than is available.'
  return order.exchange && whyNotExchanged(order, get, nowMs)
}

/**
 * What may leave an account, as if one hold were not there; undefined where nobody has set a limit: a credit card's is not in its
 * statements.
 */
export function spendableOf(id: AccountId, holdId: string, get: View['get']): number | undefined {
  const { accounts, balances } = get(ledger)
  const account = accounts.get(id)
  if (account?.kind === 'liability' && account.limitMinor === undefined) return undefined
  let minor = (balances.get(id)?.minor ?? 0) + (account?.limitMinor ?? 0)
  for (const hold of get(openHoldsOf(id))) {
    if (hold.holdId !== holdId) minor -= hold.minor
  }
  return minor
}

function whyNotExchanged({ exchange, minor, currency }: Order, get: View['get'], nowMs: number): string | undefined {
  const quote = exchange && get(quotes).byId.get(exchange.quoteId)
  if (!quote || quote.sell !== currency || quote.buy !== exchange.currency) return 'There is no such quote.'
  if (nowMs > quote.validUntil) return 'The quote has expired. Ask for a new one.'
  if (boughtFor(minor, quote) !== exchange.minor) return 'The amounts are not those of the quote.'
  return undefined
}
