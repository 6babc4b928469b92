import { decimalString } from '../../../money/index.ts'
import type { Period } from '../Period.ts'

/**
 * A period as CSV (RFC 4180), UTF-8 with a byte order mark, for spreadsheets.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it: whoever writes the memo of a
 * transfer must not have code run where the statement is opened. (OWASP, CSV injection.)
 */
export function statementCsv({ account, openingMinor, lines, from }: Period): string {
  const { currency } = account
  const amount = (minor: number) => decimalString(minor, currency)
  const rows = [
    header,
    [from, from, '', '', 'Opening balance', '', amount(0), currency, amount(openingMinor)],
    ...lines.map(({ entry, minor, balanceMinor }) => [
      entry.bookingDate,
      entry.valueDate,
      textCell(entry.counterparty?.name ?? ''),
      textCell(entry.counterparty?.account ?? ''),
      textCell(entry.memo),
      textCell(entry.reference ?? ''),
      amount(minor),
      currency,
      amount(balanceMinor),
    ]),
  ]
  return `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

const header = [
  'Booking date',
  'Value date',
  'Counterparty',
  'Counterparty account',
  'Purpose',
  'Reference',
  'Amount',
  'Currency',
  'Balance',
]

/** A text that is no formula to any spreadsheet. */
export const textCell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
