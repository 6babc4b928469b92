import type { AccountId } from '../../ledger/index.ts'
import type { Currency } from '../../money/index.ts'

/** What somebody wants to be paid. */
export interface Order {
  /** Made with the form in which it was written, so that the same form sent twice is one payment. */
  readonly paymentId: string
  readonly from: AccountId
  readonly to: Destination
  /** The currency of the account that it is paid from. */
  readonly currency: Currency
  /** Minor units that leave the account, above zero. */
  readonly minor: number
  readonly memo: string
  /** Where the account that it goes to holds another currency. */
  readonly exchange?: Exchange
}

export type Destination =
  | { readonly kind: 'own'; readonly account: AccountId }
  | { readonly kind: 'payee'; readonly name: string /** Without spaces. */; readonly iban: string }

/** What arrives, in the other currency, by a quote. */
export interface Exchange {
  readonly quoteId: string
  readonly currency: Currency
  readonly minor: number
}

/** The entry that books a payment. */
export const entryIdOf = (paymentId: string): string => `payment:${paymentId}`

/** The hold that keeps its money while it is on its way. */
export const holdIdOf = (paymentId: string): string => `payment:${paymentId}`
