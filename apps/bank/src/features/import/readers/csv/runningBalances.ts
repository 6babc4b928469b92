import type { Currency } from '../../../../money/index.ts'
import type { CalendarDay, ParsedStatement } from '../StatementFile.ts'
import type { DraftLine, ReadContext } from '../StatementReader.ts'

interface Period {
  readonly from: CalendarDay
  readonly to: CalendarDay
  readonly currency: Currency
  readonly statement: number
}

/**
 * Opening and closing balance of a table with a balance column.
 *
 * Rows of one day stand in any order, so the rows are not followed one by one. Instead: every balance that some row starts from
 * is one that another row ends with, but for the opening one; and the other way round for the closing one. If more than these
 * two are left over, the column does not follow from the amounts: then it is only warned of.
 */
export function runningBalances(
  lines: readonly DraftLine[],
  { currency, from, statement, to }: Period,
  context: ReadContext,
): Pick<ParsedStatement, 'opening' | 'closing'> {
  const booked = lines.filter(({ status }) => status === 'booked')
  const first = booked[0]
  const last = booked.at(-1)
  if (!first || !last || booked.some(({ balanceMinor }) => balanceMinor === undefined)) return {}
  // How often a balance is ended with, less how often it is started from.
  const surplus = new Map<number, number>()
  const count = (balance: number, by: 1 | -1) => {
    const now = (surplus.get(balance) ?? 0) + by
    if (now === 0) surplus.delete(balance)
    else surplus.set(balance, now)
  }
  for (const { balanceMinor = 0, minor } of booked) {
    count(balanceMinor, 1)
    count(balanceMinor - minor, -1)
  }
  const left = [...surplus]
  const loose = left.reduce((all, [, times]) => all + Math.abs(times), 0)
  if (loose > 2) {
    context.warnings.add({
      code: 'import/balance-column-differs',
      message: `The balance column does not follow from the amounts: there are ${loose / 2 - 1} gaps between rows. It was not used.`,
      statement,
    })
    return {}
  }
  // Nothing left over: the period closes as it opened. Which row is the oldest is told by the dates.
  const oldest = first.bookingDate <= last.bookingDate ? first : last
  const around = (oldest.balanceMinor ?? 0) - oldest.minor
  const opening = left.find(([, times]) => times < 0)?.[0] ?? around
  const closing = left.find(([, times]) => times > 0)?.[0] ?? around
  return {
    opening: { minor: opening, currency, date: from, interim: false },
    closing: { minor: closing, currency, date: to, interim: false },
  }
}
