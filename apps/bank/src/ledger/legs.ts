import type { Currency } from '../money/index.ts'
import type { AccountId } from './Account.ts'
import type { Leg } from './Entry.ts'
import { fxAccount } from './worldAccounts.ts'

/** `minor` units go from one account to the other, both of one currency. */
export function transferLegs(move: {
  readonly from: AccountId
  readonly to: AccountId
  readonly currency: Currency
  readonly minor: number
}): readonly [Leg, Leg] {
  const { from, to, currency, minor } = move
  return [
    { account: from, currency, minor: -minor },
    { account: to, currency, minor },
  ]
}

/**
 * Money of one currency becomes money of another: four legs, as each currency must sum to zero by itself. The
 * `fx` accounts hold the other side, so their balances are what was exchanged so far.
 */
export function exchangeLegs(sold: Leg, bought: Leg): readonly Leg[] {
  return [
    { account: sold.account, currency: sold.currency, minor: -sold.minor },
    { account: fxAccount(sold.currency).id, currency: sold.currency, minor: sold.minor },
    { account: fxAccount(bought.currency).id, currency: bought.currency, minor: -bought.minor },
    { account: bought.account, currency: bought.currency, minor: bought.minor },
  ]
}
