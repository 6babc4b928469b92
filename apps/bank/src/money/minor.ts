import type { Currency } from './currency.ts'
import { currencyExponent } from './currency.ts'
import type { Decimal } from './decimal.ts'
import { MoneyError } from './MoneyError.ts'

/** The largest amount, in minor units, that a number holds exactly: 90 trillion euros. */
export const minorMax = Number.MAX_SAFE_INTEGER

/**
 * The amount in minor units: 12.5 EUR is 1250, 1000 JPY is 1000. Decimals beyond the currency's are taken when they are zeros.
 *
 * @throws MoneyError `money/too-precise` for 12.345 EUR
 * @throws MoneyError `money/too-large` beyond 2^53 - 1
 */
export function minorOf(decimal: Decimal, currency: Currency): number {
  const { digits, negative, scale } = decimal
  const exponent = currencyExponent(currency)
  const extra = scale - exponent
  if (extra > 0 && /[1-9]/.test(digits.padStart(scale + 1, '0').slice(-extra))) {
    const found = written(decimal)
    throw new MoneyError(
      'money/too-precise',
      found,
      `${found} ${currency} has ${scale} decimals; ${currency} has ${exponent}.`,
    )
  }
  const units = extra > 0 ? digits.slice(0, -extra) : digits + '0'.repeat(-extra)
  const minor = Number(units)
  if (!Number.isSafeInteger(minor)) throw tooLarge(`${written(decimal)} ${currency}`)
  // Never -0: it is 0 to everyone but Object.is.
  return negative && minor !== 0 ? -minor : minor
}

/**
 * Adds amounts of one currency.
 *
 * @throws MoneyError `money/too-large` when the sum leaves the range in which integers are exact
 */
export function addMinor(left: number, right: number): number {
  const sum = left + right
  if (!Number.isSafeInteger(sum)) throw tooLarge(`${left} + ${right} minor units`)
  return sum
}

function written({ digits, negative, scale }: Decimal): string {
  const padded = digits.padStart(scale + 1, '0')
  const whole = padded.slice(0, padded.length - scale)
  return (negative ? '-' : '') + (scale === 0 ? whole : `${whole}.${padded.slice(-scale)}`)
}

function tooLarge(found: string): MoneyError {
  return new MoneyError(
    'money/too-large',
    found,
    `${found} is beyond ${minorMax} minor units, the largest exact amount.`,
  )
}
