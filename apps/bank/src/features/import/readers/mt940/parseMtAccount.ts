import { isKnownCurrency } from '../../../../money/index.ts'
import { ibanOf } from '../../../../text/iban.ts'

export interface MtAccount {
  readonly id: string
  readonly isIban: boolean
  readonly bank?: string
  /** Dutch banks write it behind the IBAN. */
  readonly currency?: string
}

/**
 * Reads `:25:`: an IBAN, BIC and IBAN, or a bank code and a number, each with the currency behind it or not. Only an IBAN stands
 * alone as the account's id; a number without its bank would not be unique, so then the whole text is the id. Undefined for an
 * empty field.
 */
export function parseMtAccount(text: string): MtAccount | undefined {
  const written = text.replace(/\s+/g, ' ').trim()
  if (written === '') return undefined
  const slash = written.indexOf('/')
  const bank = slash > 0 ? written.slice(0, slash) : undefined
  const number = slash > 0 ? written.slice(slash + 1) : written
  for (const currencyChars of [0, 3]) {
    const end = number.trimEnd().length - currencyChars
    const currency = number.trimEnd().slice(end)
    const iban = ibanOf(number.slice(0, Math.max(0, end)))
    if (iban !== undefined && (currencyChars === 0 || isKnownCurrency(currency))) {
      return { id: iban, isIban: true, ...(bank && { bank }), ...(currency && { currency }) }
    }
  }
  const currency = /(?<=\d)\/?([A-Z]{3})$/.exec(written)?.[1]
  if (currency === undefined || !isKnownCurrency(currency)) return { id: written, isIban: false, ...(bank && { bank }) }
  return { id: written.replace(/\/?[A-Z]{3}$/, ''), isIban: false, ...(bank && { bank }), currency }
}
