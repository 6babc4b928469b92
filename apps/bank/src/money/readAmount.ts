import type { Currency } from './currency.ts'
import { currencyExponent } from './currency.ts'
import { formatMoney } from './formatMoney.ts'
import { localeMark } from './localeMark.ts'
import { MoneyError } from './MoneyError.ts'
import { parseMoney } from './parseMoney.ts'

/** What somebody wrote into a field for an amount: neither while it is empty. */
export interface WrittenAmount {
  /** Above zero. */
  readonly minor?: number
  /** A sentence that says what to write instead. */
  readonly problem?: string
}

/** Reads an amount above zero as people of `locale` write it, or says what is wrong with it while they do. */
export function readAmount(text: string, currency: Currency, locale: string): WrittenAmount {
  if (text.trim() === '') return {}
  try {
    const minor = parseMoney(text, currency, localeMark(locale))
    return minor > 0 ? { minor } : { problem: 'Write an amount above zero.' }
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error
    return { problem: problemOf(error, currency, locale) }
  }
}

function problemOf({ code, message }: MoneyError, currency: Currency, locale: string): string {
  switch (code) {
    case 'money/too-precise': {
      const decimals = currencyExponent(currency)
      return decimals === 0 ? `${currency} has no decimals.` : `${currency} has ${decimals} decimals at most.`
    }
    case 'money/too-large':
      return 'That is larger than any amount that can be kept exactly.'
    case 'money/not-an-amount':
      return `Write it as ${formatMoney(123_456, currency, locale, { show: 'none' })}.`
    default:
      return message
  }
}
