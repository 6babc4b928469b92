import type { ReadDay } from '../calendarDay.ts'
import { calendarDay, fullYear } from '../calendarDay.ts'
import type { DateOrder } from '../StatementReader.ts'

/** A written date: settled, or two numbers whose order the column must tell. */
export type WrittenDate =
  | { readonly order: 'settled'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly order: 'open'; readonly year: number; readonly first: number; readonly second: number }

/**
 * Reads `2024-01-31`, `2024/01/31`, `20240131`, `31.01.2024`, `31.1.24`, `31-01-2024`, `31/01/2024`, `01/31/2024`, `31 Jan 2024`,
 * `Jan 31, 2024`, each with a time behind it or not. The day is taken as written. Undefined for anything else.
 *
 * With points the day comes first; with slashes or hyphens the order is open unless one number is beyond 12.
 */
export function parseWrittenDate(text: string): WrittenDate | undefined {
  const trimmed = text.trim()
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T ,])/.exec(trimmed) ?? /^(\d{4})(\d{2})(\d{2})(?=$|[T ])/.exec(trimmed)
  if (iso) return settled(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[T ,])/.exec(trimmed)
  if (numeric) {
    const [, first, separator, second, yearText = ''] = numeric
    const year = yearText.length === 2 ? fullYear(Number(yearText)) : Number(yearText)
    const [a, b] = [Number(first), Number(second)]
    if (separator === '.' || a > 12) return settled(year, b, a)
    if (b > 12) return settled(year, a, b)
    return { order: 'open', year, first: a, second: b }
  }
  const named =
    /^(\d{1,2})[. -]+(\p{L}{3,})\.?[ ,-]+(\d{4}|\d{2})(?=$|[T ,])/u.exec(trimmed) ??
    reorder(/^(\p{L}{3,})\.? (\d{1,2}),? (\d{4})(?=$|[T ,])/u.exec(trimmed))
  if (!named) return undefined
  const month = monthOf(named[2] ?? '')
  if (month === undefined) return undefined
  const yearText = named[3] ?? ''
  return settled(yearText.length === 2 ? fullYear(Number(yearText)) : Number(yearText), month, Number(named[1]))
}

export function looksLikeDate(text: string): boolean {
  return parseWrittenDate(text) !== undefined
}

/**
 * The order of the open dates of a column, from its settled neighbours: one `31/01/2024` tells it for all. Undefined when every
 * date is open; `conflict` when both orders are proven.
 */
export class DateOrderEvidence {
  #dayFirst = false
  #monthFirst = false
  /** An open date whose two numbers differ, so that the order matters. */
  #open = false

  see(text: string): void {
    const numeric = /^\s*(\d{1,2})([/-])(\d{1,2})\2\d{2}/.exec(text)
    if (!numeric || /^\s*\d{4}/.test(text)) return
    const [first, second] = [Number(numeric[1]), Number(numeric[3])]
    if (first > 12) this.#dayFirst = true
    else if (second > 12) this.#monthFirst = true
    else if (first !== second) this.#open = true
  }

  get order(): DateOrder | 'conflict' | undefined {
    if (this.#dayFirst && this.#monthFirst) return 'conflict'
    return this.#dayFirst ? 'day-month' : this.#monthFirst ? 'month-day' : undefined
  }

  /** True when the order was not proven and would change a date. */
  get isOpen(): boolean {
    return this.#open && this.order === undefined
  }
}

export function dayOfWritten(date: WrittenDate, order: DateOrder): ReadDay | undefined {
  if (date.order === 'settled') return calendarDay(date.year, date.month, date.day)
  return order === 'day-month'
    ? calendarDay(date.year, date.second, date.first)
    : calendarDay(date.year, date.first, date.second)
}

function settled(year: number, month: number, day: number): WrittenDate {
  return { order: 'settled', year, month, day }
}

function reorder(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match && [match[0], match[2], match[1], match[3]]
}

const months = [
  'jan janv januar jänner januari january janvier',
  'feb févr fevr fev februar februari february février',
  'mar mär mrz mrt mars märz maart march',
  'apr avr april avril',
  'may mai mei',
  'jun juin juni june',
  'jul juil juli july juillet',
  'aug août aout august augustus',
  'sep sept september septembre',
  'oct okt october oktober octobre',
  'nov november novembre',
  'dec dez déc december dezember décembre',
].map((names) => names.split(' '))

function monthOf(name: string): number | undefined {
  const index = months.findIndex((names) => names.includes(name.toLowerCase()))
  return index < 0 ? undefined : index + 1
}
