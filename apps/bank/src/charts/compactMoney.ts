import { locale } from '../calendar/index.ts'
import { currencyExponent } from '../money/index.ts'

const formatters = new Map<string, Intl.NumberFormat>()

/** An amount as an axis has it: `€12.5K`. Rounded, so never where an amount must be exact. */
export function compactMoney(minor: number, currency: string): string {
  let formatter = formatters.get(currency)
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 2,
    })
    formatters.set(currency, formatter)
  }
  // A true minus, as amounts have it everywhere else.
  return formatter.format(minor / 10 ** currencyExponent(currency)).replace('-', '\u2212')
}
