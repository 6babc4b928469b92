import type { Currency } from './currency.ts'
import { currencyExponent, isCurrencyCode } from './currency.ts'
import { decimalString } from './decimalString.ts'
import { MoneyError } from './MoneyError.ts'

export interface MoneyFormat {
  /** `auto`: minus where negative. `always`: plus too, zero bare. `never`: the size alone. `accounting`: (12.00) where the locale does so. */
  readonly sign?: 'auto' | 'always' | 'never' | 'accounting'
  /** How the currency shows: `symbol` €, `code` EUR, `none` the number alone, still with the currency's decimals. */
  readonly show?: 'symbol' | 'code' | 'none'
}

/**
 * The amount for people, in the locale's notation: `formatMoney(-125050, 'EUR', 'de')` is `-1.250,50 €`.
 *
 * Exact for every safe integer: Intl is given a decimal string, never a quotient. The decimals are ISO 4217's,
 * whatever the engine thinks of the currency.
 *
 * @throws MoneyError `money/not-an-amount` when `minor` is not a safe integer, `money/not-a-currency` for a malformed code
 */
export function formatMoney(
  minor: number,
  currency: Currency,
  locale: string,
  { sign = 'auto', show = 'symbol' }: MoneyFormat = {},
): string {
  const decimal = decimalString(minor, currency)
  // A decimal string is what NumberFormat v3 takes; its type wants to see the digits at compile time.
  return formatter(currency, locale, sign, show).format(decimal as Intl.StringNumericLiteral)
}

// Making a formatter costs some 30 µs and a table shows one on every row. A page uses a handful; the bound is for scripts.
const formattersMax = 64
const formatters = new Map<string, Intl.NumberFormat>()

function formatter(
  currency: Currency,
  locale: string,
  sign: NonNullable<MoneyFormat['sign']>,
  show: NonNullable<MoneyFormat['show']>,
): Intl.NumberFormat {
  const key = `${locale} ${currency} ${sign} ${show}`
  const known = formatters.get(key)
  if (known) return known
  if (!isCurrencyCode(currency)) {
    throw new MoneyError(
      'money/not-a-currency',
      currency,
      `“${currency}” is not a currency: three capital letters are expected, such as EUR.`,
    )
  }
  const exponent = currencyExponent(currency)
  const made = new Intl.NumberFormat(locale, {
    ...(show === 'none'
      ? { style: 'decimal' }
      : { style: 'currency', currency, currencyDisplay: show === 'code' ? 'code' : 'symbol' }),
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
    signDisplay: sign === 'always' ? 'exceptZero' : sign === 'never' ? 'never' : 'auto',
    currencySign: sign === 'accounting' ? 'accounting' : 'standard',
  })
  if (formatters.size >= formattersMax) formatters.clear()
  formatters.set(key, made)
  return made
}
