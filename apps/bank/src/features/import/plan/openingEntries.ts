import type { Account, Entry, Leg } from '../../../ledger/index.ts'
import { openingAccount } from '../../../ledger/index.ts'
import type { LedgerReading } from './LedgerReading.ts'
import { reversalOf } from './LedgerReading.ts'

/** What an account held before a day, as a file tells it. */
export interface OpeningBalance {
  readonly day: string
  readonly minor: number
}

/**
 * The entries that make an account begin with a balance.
 *
 * A first file says what the account held before it. A file from before that one says it of
 * an earlier day: the old opening is then taken back by a reversal and stated again at the
 * earlier day, so that the years between add up. An account that began without an opening
 * keeps its balances: what differs is shown, not booked.
 */
export function openingEntries(
  account: Account,
  opening: OpeningBalance,
  ledger: LedgerReading,
  isNew: boolean,
): readonly Entry[] {
  if (isNew) return stated(account, opening)
  const known = ledger.openingOf(account.id)
  if (!known || known.bookingDate <= opening.day) return []
  return [takenBack(known), ...stated(account, opening)]
}

function stated(account: Account, { day, minor }: OpeningBalance): readonly Entry[] {
  if (minor === 0) return []
  const legs: readonly Leg[] = [
    { account: account.id, currency: account.currency, minor },
    { account: openingAccount(account.currency).id, currency: account.currency, minor: -minor },
  ]
  return [
    {
      entryId: `opening/${account.id}/${day}`,
      kind: 'opening',
      legs,
      bookingDate: day,
      valueDate: day,
      memo: 'Balance brought forward',
    },
  ]
}

function takenBack(entry: Entry): Entry {
  return {
    entryId: reversalOf(entry.entryId),
    kind: 'reversal',
    legs: entry.legs.map((leg) => ({ ...leg, minor: -leg.minor })),
    bookingDate: entry.bookingDate,
    valueDate: entry.valueDate,
    memo: 'Balance brought forward, stated again by an earlier statement',
  }
}
