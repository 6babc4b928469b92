/** The character that stands before the decimals. */
export type DecimalMark = '.' | ','

/** A decimal number as written, exact: `-1.234,50` is `{ negative: true, digits: '123450', scale: 2 }`. */
export interface Decimal {
  readonly negative: boolean
  /** All digits, without the mark and without leading zeros; `'0'` for nothing. */
  readonly digits: string
  /** How many of the digits are decimals. */
  readonly scale: number
  /** The ISO code written beside the number, if any. */
  readonly code?: string
}

/**
 * Reads a decimal in the notations of bank files: `1.234,56`, `1,234.56`, `1 234,56`, `1'234.56`, `12,34,567.00`,
 * `-12`, `12-`, `(12.00)`, `12,00 DR`, `€ 12,50`, `-£3.20`, `12.50 USD`. Undefined for anything else. No floats anywhere.
 *
 * Without `mark` the text alone decides, by {@link decimalMarkOf}; a lone `1.234` is then one thousand and some.
 */
export function parseDecimal(text: string, mark?: DecimalMark): Decimal | undefined {
  // Far more than any amount has; it also bounds the work on a field that is none.
  if (text.length > decimalCharsMax) return undefined
  const parts = affixes(text)
  if (!parts) return undefined
  const { body, negative, code } = parts
  const used = mark ?? decimalMarkOf(body)
  const at = used ? body.lastIndexOf(used) : -1
  const whole = at < 0 ? body : body.slice(0, at)
  const decimals = at < 0 ? '' : body.slice(at + 1)
  if (!/^\d*$/.test(decimals) || !isWhole(whole, used)) return undefined
  const digits = whole.replace(/\D/g, '') + decimals
  if (digits === '') return undefined
  return {
    negative,
    digits: digits.replace(/^0+(?=\d)/, ''),
    scale: decimals.length,
    ...(code === undefined ? {} : { code }),
  }
}

/**
 * The decimal mark that the number itself shows: of two separators the last; one that appears once, unless exactly three digits
 * follow what could be a group (`1.234`, see {@link isAmbiguous}). Undefined when it shows none.
 */
export function decimalMarkOf(number: string): DecimalMark | undefined {
  const dot = number.lastIndexOf('.')
  const comma = number.lastIndexOf(',')
  if (dot < 0 && comma < 0) return undefined
  const last = dot > comma ? '.' : ','
  if (dot >= 0 && comma >= 0) return last
  const once = number.indexOf(last) === number.lastIndexOf(last)
  return once && !isAmbiguous(number) ? last : undefined
}

/** True when the only separator may be a decimal mark or may group: `1.234`, `12,500`, but not `0.125` or `1234,500`. */
export function isAmbiguous(number: string): boolean {
  return /^\D*[1-9]\d{0,2}[.,]\d{3}\D*$/.test(number)
}

const decimalCharsMax = 80

const symbol = String.raw`[A-Z]{1,2}[$]|[$€£¥₹₽₺₩₪₴₫฿¢]|zł|[Kk]r\.?|Fr\.?|Kč|Ft|lei`
const before = new RegExp(`^([-+])?\\s*(?:([A-Z]{3})(?![A-Za-z])|${symbol})?\\s*([-+])?\\s*`)
const after = new RegExp(`\\s*([-+])?\\s*(?:(?<![A-Za-z])([A-Z]{3})|${symbol})?\\s*([-+]|(?<![A-Za-z])[CD]R?)?$`)

/** Takes off sign, brackets and currency; undefined when two signs or two codes are written. */
function affixes(text: string): { body: string; negative: boolean; code: string | undefined } | undefined {
  let rest = text.replace(/[−–]/g, '-').trim()
  const bracketed = rest.startsWith('(') && rest.endsWith(')')
  if (bracketed) rest = rest.slice(1, -1).trim()
  const lead = before.exec(rest)
  rest = rest.slice(lead?.[0].length ?? 0)
  const trail = after.exec(rest)
  rest = rest.slice(0, trail?.index ?? rest.length)
  const signs = [lead?.[1], lead?.[3], trail?.[1], trail?.[3]].filter((sign) => sign !== undefined)
  const codes = [lead?.[2], trail?.[2]].filter((code) => code !== undefined)
  if (signs.length + (bracketed ? 1 : 0) > 1 || codes.length > 1) return undefined
  const negative = bracketed || /^[-D]/.test(signs[0] ?? '')
  return { body: rest, negative, code: codes[0] }
}

/** Digits, plain or grouped by one kind of separator that is not the decimal mark: `1234`, `1 234 567`, `12,34,567`. */
function isWhole(whole: string, mark: DecimalMark | undefined): boolean {
  if (/^\d*$/.test(whole)) return true
  const group = /\D/.exec(whole)?.[0] ?? ''
  if (group === mark || !/[\s.,'’]/.test(group)) return false
  const groups = whole.split(group)
  return groups.every((part, index) => {
    if (!/^\d+$/.test(part)) return false
    if (index === 0) return part.length <= 3
    if (index === groups.length - 1) return part.length === 3
    return part.length === 3 || (group === ',' && part.length === 2)
  })
}
