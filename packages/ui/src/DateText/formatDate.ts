export interface DateFormat {
  /**
   * - `short`: 14/09/2023, for columns
   * - `medium`: 14 Sep 2023
   * - `long`: 14 September 2023
   * - `weekday`: Thursday, 14 September 2023
   * - `month`: September 2023
   */
  style?: 'short' | 'medium' | 'long' | 'weekday' | 'month'
  /** With the time of day; for instants alone. */
  time?: 'none' | 'minutes' | 'seconds'
  locale?: string | undefined
  /** IANA name, for instants alone; the reader's own where it is left out. */
  timeZone?: string | undefined
}

/**
 * A day or an instant in the words of a locale, and as HTML's `datetime` has it.
 *
 * @throws RangeError when a text is not a day of the calendar, or an instant is not a date
 */
export function formatDate(
  value: string | Date | number,
  { style = 'medium', time = 'none', locale, timeZone }: DateFormat = {},
): { text: string; machine: string } {
  if (typeof value === 'string') {
    const day = dayOf(value)
    return { text: formatterFor(locale, style, 'none', 'UTC').format(day), machine: value }
  }
  const instant = new Date(value)
  if (Number.isNaN(instant.getTime())) {
    throw new RangeError(
      `Cannot write ${String(value)} as a date: it is no instant. Pass milliseconds or a valid Date.`,
    )
  }
  return { text: formatterFor(locale, style, time, timeZone).format(instant), machine: instant.toISOString() }
}

/** A calendar day has no time zone; it is kept at midnight UTC, and written there. */
function dayOf(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const ms = match ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // Date.parse takes 31 February in some engines, and moves it to March.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) {
    throw new RangeError(`Cannot write "${text}" as a date: expected a day of the calendar as YYYY-MM-DD.`)
  }
  return ms
}

const options: Record<NonNullable<DateFormat['style']>, Intl.DateTimeFormatOptions> = {
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
}
const times: Record<NonNullable<DateFormat['time']>, Intl.DateTimeFormatOptions> = {
  none: {},
  minutes: { hour: '2-digit', minute: '2-digit' },
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
}

// Making a formatter costs a hundred times what formatting does.
const formatters = new Map<string, Intl.DateTimeFormat>()
const formattersMax = 200

function formatterFor(
  locale: string | undefined,
  style: NonNullable<DateFormat['style']>,
  time: NonNullable<DateFormat['time']>,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  const key = `${locale}|${style}|${time}|${timeZone}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, {
    ...options[style],
    ...times[time],
    ...(timeZone !== undefined && { timeZone }),
  })
  if (formatters.size >= formattersMax) formatters.clear()
  formatters.set(key, made)
  return made
}
