// Amounts: integer minor units, exact from the file to the screen.

export type { Currency } from './currency.ts'
export { currencyExponent, isCurrencyCode, isKnownCurrency } from './currency.ts'
export type { Decimal, DecimalMark } from './decimal.ts'
export { decimalMarkOf, parseDecimal } from './decimal.ts'
export { decimalString } from './decimalString.ts'
export { formatMoney } from './formatMoney.ts'
export { localeMark } from './localeMark.ts'
export { MoneyError } from './MoneyError.ts'
export { addMinor, minorOf } from './minor.ts'
export { parseMoney } from './parseMoney.ts'
export { readAmount } from './readAmount.ts'
