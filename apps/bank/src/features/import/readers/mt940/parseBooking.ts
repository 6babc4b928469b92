import type { Decimal } from '../../../../money/index.ts'
import { parseDecimal } from '../../../../money/index.ts'
import type { ReadDay } from '../calendarDay.ts'
import { calendarDay, fullYear } from '../calendarDay.ts'

/** What a `:61:` field says. */
export interface Booking {
  readonly value: ReadDay
  readonly entry: ReadDay | undefined
  /** Without sign; {@link credit} has it. */
  readonly amount: Decimal
  readonly credit: boolean
  readonly reversal: boolean
  /** MT942 `EC` and `ED`: expected, not booked. */
  readonly pending: boolean
  /** `NTRF`, `S051`; empty where the bank gives none. */
  readonly type: string
  readonly reference: string
  readonly bankReference: string
  /** The other party's name, where it stands behind the reference. */
  readonly party: string
  /** The second line, for the bank's own words. */
  readonly details: string
}

/**
 * Reads `:61:` (SWIFT MT940, field 61): value date, entry date, mark, funds code, amount, type, references, details.
 *
 * The mark tells the sign of this booking: `RC` takes back a credit, so money leaves; `RD` takes back a debit, so it returns.
 * The entry date has no year: the one nearest to the value date is meant, which in January may be the year before.
 *
 * @returns the reason in words where it cannot be read
 */
export function parseBooking(lines: readonly string[]): Booking | string {
  const match = shape.exec(lines.join('\n').trim())
  if (!match) return 'the field does not have the form of a booking'
  const [, yy, mm, dd, entryMonth, entryDay, mark = '', amountText = '', type = '', references = '', details = ''] =
    match
  const year = fullYear(Number(yy))
  const value = calendarDay(year, Number(mm), Number(dd))
  if (!value) return `20${yy}-${mm}-${dd} is not a day`
  const amount = parseDecimal(amountText, amountText.includes(',') ? ',' : '.')
  if (!amount) return `“${amountText}” is not an amount`
  const entry = entryDate(year, Number(mm), entryMonth, entryDay)
  if (entry === null) return `${entryMonth}${entryDay} is not an entry date (month and day)`

  const [written = '', ...rest] = references.split('//')
  // Rabobank pads the reference to its 16 characters and writes the other party behind it.
  const isPadded = written.length > 16 && /\s$/.test(written.slice(0, 16))
  const reference = isPadded ? written.slice(0, 16) : written
  const mainMark = mark.slice(-1)
  const reversal = mark.startsWith('R')
  return {
    value,
    entry,
    amount,
    credit: (mainMark === 'C') !== reversal,
    reversal,
    pending: mark.startsWith('E'),
    type: type.trim(),
    reference: given(reference),
    bankReference: given(rest.join('//')),
    party: isPadded ? written.slice(16).trim() : '',
    details: details.replace(/\s+/g, ' ').trim(),
  }
}

// Sparkassen put a line break before the amount; others a space before it, behind it, or four for the entry date they leave out.
const shape =
  /^(\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2}))?\s*([ER]?[CD])[A-Z]?\s?(\d[\d.,]*|,\d+) ?([A-Z][A-Z0-9 ]{3})?([^\n]*)(?:\n([\s\S]*))?$/

function entryDate(year: number, valueMonth: number, month?: string, day?: string): ReadDay | undefined | null {
  if (month === undefined || day === undefined || (month === '00' && day === '00')) return undefined
  const apart = Number(month) - valueMonth
  const entryYear = apart > 6 ? year - 1 : apart < -6 ? year + 1 : year
  return calendarDay(entryYear, Number(month), Number(day)) ?? null
}

/** The reference, unless it says that there is none, or that it stands in `:86:`. */
function given(reference: string): string {
  const text = reference.trim()
  return /^(?:NONREF|NOTPROVIDED|(?:EREF|KREF|PREF|IREF|MARF)\+?)$/i.test(text) ? '' : text
}
