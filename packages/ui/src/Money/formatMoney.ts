/** An amount of money, in whole minor units: cents, øre, fils. Never a fraction, so never a rounding error. */
export interface MoneyFormat {
  /** ISO 4217 code: `EUR`. A code that is not three letters is written as it is, without digits after the point. */
  currency: string
  /** How many digits of `minor` stand after the point: 2 for EUR, 0 for JPY, 3 for BHD. Intl knows it for listed codes. */
  exponent?: number | undefined
  locale?: string | undefined
  /** `always` writes a plus before what came in; `never` leaves the sign to words or columns. */
  sign?: 'auto' | 'always' | 'never'
}

export interface MoneyPart {
  readonly kind: 'sign' | 'currency' | 'whole' | 'fraction' | 'space'
  readonly text: string
}

/**
 * An amount in the words of a locale, in parts, so that the fraction and the currency can be drawn quieter.
 *
 * Exact for any size: the digits go to Intl as text, never through a float. A minus is written as U+2212, which lines up
 * with plus and is read aloud, as the hyphen is not.
 *
 * @throws RangeError when `minor` is a number that is not a safe integer
 */
export function moneyParts(
  minor: number | bigint,
  { currency, exponent, locale, sign = 'auto' }: MoneyFormat,
): MoneyPart[] {
  if (typeof minor === 'number' && !Number.isSafeInteger(minor)) {
    throw new RangeError(
      `An amount must be a whole number of minor units within ±2^53, got ${minor} ${currency}. Pass a bigint for larger amounts.`,
    )
  }
  const formatter = formatterFor(currency, exponent, locale, sign)
  const digits = formatter.resolvedOptions().maximumFractionDigits ?? 0
  const parts = formatter.formatToParts(decimal(BigInt(minor), digits)).map(({ type, value }) => partOf(type, value))
  return merge(parts)
}

/** An amount in the words of a locale, as one text. */
export function formatMoney(minor: number | bigint, format: MoneyFormat): string {
  return moneyParts(minor, format)
    .map((part) => part.text)
    .join('')
}

/** `-1234` with two digits is `-12.34`: text that Intl takes without loss. */
function decimal(minor: bigint, digits: number): Intl.StringNumericLiteral {
  const magnitude = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const whole = magnitude.slice(0, magnitude.length - digits)
  const fraction = magnitude.slice(magnitude.length - digits)
  return `${minor < 0n ? '-' : ''}${whole}${digits > 0 ? `.${fraction}` : ''}` as Intl.StringNumericLiteral
}

function partOf(type: string, value: string): MoneyPart {
  switch (type) {
    case 'minusSign':
      return { kind: 'sign', text: '\u2212' }
    case 'plusSign':
      return { kind: 'sign', text: value }
    case 'currency':
      return { kind: 'currency', text: value }
    case 'decimal':
    case 'fraction':
      return { kind: 'fraction', text: value }
    case 'literal':
      return { kind: 'space', text: value }
    default:
      return { kind: 'whole', text: value }
  }
}

/** Neighbours of a kind become one: fewer elements in a table of thousands. */
function merge(parts: readonly MoneyPart[]): MoneyPart[] {
  const merged: MoneyPart[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (last?.kind === part.kind) merged[merged.length - 1] = { kind: part.kind, text: last.text + part.text }
    else merged.push(part)
  }
  return merged
}

const signDisplay = { auto: 'auto', always: 'exceptZero', never: 'never' } as const

// Making a formatter costs tens of microseconds, formatting one; a page has a handful of currencies.
const formatters = new Map<string, Intl.NumberFormat>()
const formattersMax = 200

function formatterFor(
  currency: string,
  exponent: number | undefined,
  locale: string | undefined,
  sign: 'auto' | 'always' | 'never',
): Intl.NumberFormat {
  const key = `${locale}|${currency}|${exponent}|${sign}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, {
    ...(/^[A-Za-z]{3}$/.test(currency) && { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
    ...(exponent !== undefined && { minimumFractionDigits: exponent, maximumFractionDigits: exponent }),
    ...(exponent === undefined && !/^[A-Za-z]{3}$/.test(currency) && { maximumFractionDigits: 0 }),
    signDisplay: signDisplay[sign],
  })
  if (formatters.size >= formattersMax) formatters.clear()
  formatters.set(key, made)
  return made
}
