import type { Account, Entry } from '../../../ledger/index.ts'
import { expenseAccount, incomeAccount } from '../../../ledger/index.ts'
import type { Counterparty, ParsedLine } from '../readers/index.ts'

/** Until somebody says what a line was for. */
const UNSORTED = 'uncategorised'

/** The account of the world that a line's money came from or went to. */
export const otherSideOf = ({ minor, currency }: ParsedLine): Account =>
  minor > 0 ? incomeAccount(UNSORTED, currency) : expenseAccount(UNSORTED, currency)

export const entryIdOf = ({ fingerprint }: ParsedLine): string => `line/${fingerprint}`

/** The entry that books a line of a statement: the account on one side, the world on the other. */
export function entryOfLine(line: ParsedLine, account: Account, importId: string): Entry {
  const { bookingDate, valueDate, minor, currency, memo, reference, fingerprint } = line
  return {
    entryId: entryIdOf(line),
    kind: line.reversal ? 'reversal' : minor > 0 ? 'deposit' : 'withdrawal',
    legs: [
      { account: account.id, currency, minor },
      { account: otherSideOf(line).id, currency, minor: -minor },
    ],
    bookingDate,
    valueDate,
    memo: memo || line.postingText || '',
    category: UNSORTED,
    source: { importId, fingerprint, line: line.at.line },
    ...(reference !== undefined && { reference }),
    ...(line.counterparty && hasAny(line.counterparty) && { counterparty: line.counterparty }),
  }
}

const hasAny = ({ name, account, bank }: Counterparty) =>
  name !== undefined || account !== undefined || bank !== undefined
