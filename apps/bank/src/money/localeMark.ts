import type { DecimalMark } from './decimal.ts'

/** The character before the decimals where people write numbers as in `locale`: `,` in German, `.` in English and Japanese. */
export function localeMark(locale: string): DecimalMark {
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')
  return decimal?.value === ',' ? ',' : '.'
}
