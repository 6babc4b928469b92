import type { Account, Hold } from '../../../ledger/index.ts'
import { dayNumber } from '../../../ledger/index.ts'
import type { ParsedLine } from '../readers/index.ts'

/** The same line has the same id once it is booked: its fingerprint does not say whether it is. */
export const holdIdOf = ({ fingerprint }: ParsedLine): string => `line/${fingerprint}`

/** What a line that the bank has only announced keeps from being available; undefined for money that comes in. */
export function holdOfLine(line: ParsedLine, account: Account): Hold | undefined {
  const { minor, currency, memo, postingText, counterparty, bookingDate } = line
  if (minor >= 0 || currency !== account.currency) return undefined
  return {
    holdId: holdIdOf(line),
    account: account.id,
    currency,
    minor: -minor,
    memo: counterparty?.name ?? (memo || postingText || 'Announced by the bank'),
    expiresAt: (dayNumber(bookingDate) + HOLD_DAYS) * 86_400_000,
  }
}

/** As long as shops have to send in what was reserved. */
const HOLD_DAYS = 14
