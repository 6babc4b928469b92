import type { Currency } from './currency.ts'
import { currencyExponent } from './currency.ts'
import { MoneyError } from './MoneyError.ts'

/**
 * The amount as a plain decimal with a point: `-1250` EUR is `-12.50`, `1000` JPY is `1000`. Exact for every safe integer.
 *
 * @throws MoneyError `money/not-an-amount` when `minor` is not a safe integer
 */
export function decimalString(minor: number, currency: Currency): string {
  if (!Number.isSafeInteger(minor)) {
    throw new MoneyError('money/not-an-amount', String(minor), `${minor} is not a whole number of minor units.`)
  }
  const exponent = currencyExponent(currency)
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (exponent === 0) return sign + digits
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}
