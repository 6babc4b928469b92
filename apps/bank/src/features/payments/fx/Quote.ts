import type { Currency } from '../../../money/index.ts'
import { currencyExponent, MoneyError } from '../../../money/index.ts'

/** What a currency costs in another, for a while. */
export interface Quote {
  readonly quoteId: string
  readonly sell: Currency
  readonly buy: Currency
  /** So much of `buy` is had for one of `sell`: `numerator / denominator`, both whole. Never a fraction in a float. */
  readonly numerator: number
  readonly denominator: number
  /** Milliseconds since 1970. */
  readonly validUntil: number
}

/**
 * What is had for an amount, in minor units of the other currency. Rounded down, in favour of who sells it: to go
 * there and back again never gains (TigerBeetle's recipe for exchanges).
 *
 * @throws MoneyError `money/too-large` when it leaves the range in which integers are exact
 */
export function boughtFor(soldMinor: number, { sell, buy, numerator, denominator }: Quote): number {
  // Products of amounts and rates leave 2^53 early.
  const scaled = BigInt(soldMinor) * BigInt(numerator) * 10n ** BigInt(currencyExponent(buy))
  const bought = Number(scaled / (BigInt(denominator) * 10n ** BigInt(currencyExponent(sell))))
  if (Number.isSafeInteger(bought)) return bought
  throw new MoneyError(
    'money/too-large',
    String(soldMinor),
    `${soldMinor} minor units of ${sell} are too large to exchange.`,
  )
}

/** One of `sell` in `buy`, to four decimals, for people. */
export const rateText = ({ sell, buy, numerator, denominator }: Quote): string =>
  `1 ${sell} = ${(numerator / denominator).toFixed(4)} ${buy}`
