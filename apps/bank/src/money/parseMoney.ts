import type { Currency } from './currency.ts'
import { isCurrencyCode } from './currency.ts'
import type { DecimalMark } from './decimal.ts'
import { parseDecimal } from './decimal.ts'
import { MoneyError } from './MoneyError.ts'
import { minorOf } from './minor.ts'

/**
 * Reads an amount of `currency` into signed minor units, in the notations of {@link parseDecimal}.
 *
 * @param mark the decimal mark where it is known; without it the text decides
 * @throws MoneyError `money/not-a-currency` `money/not-an-amount` `money/too-precise` `money/too-large`
 */
export function parseMoney(text: string, currency: Currency, mark?: DecimalMark): number {
  if (!isCurrencyCode(currency)) {
    throw new MoneyError(
      'money/not-a-currency',
      currency,
      `“${currency}” is not a currency: three capital letters are expected, such as EUR.`,
    )
  }
  const decimal = parseDecimal(text, mark)
  if (!decimal) {
    throw new MoneyError(
      'money/not-an-amount',
      text,
      `“${text}” is not an amount: a decimal number is expected, such as 1,234.56 or -12,00.`,
    )
  }
  return minorOf(decimal, currency)
}
