import type { Currency } from '../../../money/index.ts'
import type { FilePosition } from './StatementFile.ts'

/** Something to look at before booking. It never keeps a file from being booked. Plain data. */
export interface ImportWarning {
  readonly code: ImportWarningCode
  /** A sentence for people, with the values. */
  readonly message: string
  /** Index into `StatementFile.statements`. */
  readonly statement?: number
  readonly at?: FilePosition
  /** `import/does-not-add-up`: what the closing balance has more than opening and lines give. */
  readonly difference?: { readonly minor: number; readonly currency: Currency }
}

export type ImportWarningCode = keyof typeof importWarningCodes

/** Every code, with what it means. */
export const importWarningCodes = {
  'import/does-not-add-up': 'Opening balance and lines do not give the closing balance.',
  'import/balances-do-not-meet': 'A statement opens with another balance than the one before it closed with.',
  'import/balance-missing': 'A statement has no opening or closing balance, so it cannot be checked.',
  'import/balance-other-currency': 'A balance is in another currency than its account.',
  'import/balance-column-differs': 'The balance column does not follow from the amounts.',
  'import/totals-differ': 'The bank’s own count or sum of bookings differs from the lines.',
  'import/batch-differs': 'The payments of a collective booking do not sum up to it, so it is kept as one line.',
  'import/day-clamped': 'A day that the month does not have was taken as its last day.',
  'import/date-missing': 'A line has no booking date; the nearest other date was taken.',
  'import/date-order-assumed': 'Every date reads both as day/month and as month/day; one was assumed.',
  'import/decimal-mark-assumed': 'Every amount reads with a point and with a comma as decimal mark; one was assumed.',
  'import/currency-assumed': 'The file names no currency; it was derived.',
  'import/currency-unknown': 'A currency code that ISO 4217 does not have; two decimals were assumed.',
  'import/sign-assumed': 'Amounts have a plus or no sign; those without were taken as money spent.',
  'import/account-missing': 'The file does not name its account.',
  'import/encoding-differs': 'The file is not in the encoding it declares.',
  'import/encoding-doubtful': 'The file has bytes that are no letters in the encoding it was read in.',
  'import/line-outside': 'A booking stands outside any statement; it was added to the one before.',
  'import/row-skipped': 'A row holds neither a date nor an amount.',
  'import/field-ignored': 'A field that statements do not have was passed over.',
  'import/statement-repeated': 'The file holds the same statement twice; the second will book nothing.',
  'import/no-lines': 'A statement without bookings.',
  'import/more-warnings': 'Further warnings were left out.',
} as const

/** How many warnings a file carries at most; a last one counts the rest. */
export const warningsMax = 200

/** Collects warnings up to {@link warningsMax}. */
export class Warnings {
  readonly #kept: ImportWarning[] = []
  #leftOut = 0

  add(warning: ImportWarning): void {
    if (this.#kept.length < warningsMax) this.#kept.push(warning)
    else this.#leftOut += 1
  }

  list(): readonly ImportWarning[] {
    if (this.#leftOut === 0) return this.#kept
    return [...this.#kept, { code: 'import/more-warnings', message: `${this.#leftOut} more warnings are not listed.` }]
  }
}
