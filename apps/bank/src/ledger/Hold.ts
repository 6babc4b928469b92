import type { Currency } from '../money/index.ts'
import type { AccountId } from './Account.ts'

/** Money that is on an account and spoken for: a payment on its way, what a hotel has reserved on a card. */
export interface Hold {
  readonly holdId: string
  readonly account: AccountId
  readonly currency: Currency
  /** Minor units, above zero. */
  readonly minor: number
  /** What for, in words. */
  readonly memo: string
  /** Milliseconds since 1970: when it ends by itself. A hold without it lasts until it is released. */
  readonly expiresAt?: number
}

/** A hold, with what became of it. One that has ended stays known, so that its id is not placed twice. */
export interface PlacedHold extends Hold {
  /** Milliseconds since 1970. */
  readonly placedAt: number
  readonly status: 'open' | 'released' | 'expired'
}
