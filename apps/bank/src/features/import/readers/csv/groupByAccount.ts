import { ibanOf } from '../../../../text/iban.ts'
import type { DraftStatement, ReadContext } from '../StatementReader.ts'
import type { CsvLine } from './CsvLines.ts'
import { runningBalances } from './runningBalances.ts'

/** One statement for each account and currency of the table, in the order in which they appear. */
export function groupByAccount(lines: readonly CsvLine[], context: ReadContext): readonly DraftStatement[] {
  const groups = Map.groupBy(lines, ({ account, line }) => `${account ?? ''}\u0000${line.currency}`)
  return [...groups.values()].map((group, statement) => {
    const rows = group.map(({ line }) => line)
    const account = group[0]?.account
    const currency = rows[0]?.currency ?? ''
    const days = rows.map(({ bookingDate }) => bookingDate)
    const from = days.reduce((least, day) => (day < least ? day : least), days[0] ?? '')
    const to = days.reduce((most, day) => (day > most ? day : most), days[0] ?? '')
    return {
      kind: 'statement' as const,
      account: {
        ...(account !== undefined && { id: account }),
        isIban: account !== undefined && ibanOf(account) !== undefined,
        currency,
      },
      from,
      to,
      ...runningBalances(rows, { from, to, currency, statement }, context),
      lines: rows,
    }
  })
}
