import type { View } from '@playhead/core'
import type { Account, AccountId, DayNumber, EntryId, PostedEntry } from '../../../ledger/index.ts'
import { accountHistory, holds, ledger } from '../../../ledger/index.ts'

/** What planning an import asks of the ledger. */
export interface LedgerReading {
  account(id: AccountId): Account | undefined
  accountOfIban(iban: string, currency: string): Account | undefined
  isPosted(id: EntryId): boolean
  /** Whether a hold was ever placed, and whether it still stands. */
  holdOf(id: string): 'none' | 'open' | 'ended'
  /** The booked balance at the end of a day. */
  balanceOn(account: AccountId, day: DayNumber): number
  /** The entry that says what the account held before its first statement; `undefined` where there is none. */
  openingOf(account: AccountId): PostedEntry | undefined
}

/** Reads the ledger in a view: the live one for imports, whatever past is on screen. */
export function readLedger(view: View): LedgerReading {
  const { accounts, entries } = view.get(ledger)
  return {
    account: (id) => accounts.get(id),
    accountOfIban: (iban, currency) =>
      accounts.values().find((each) => each.iban === iban && each.currency === currency),
    isPosted: (id) => entries.has(id),
    holdOf(id) {
      const hold = view.get(holds).byId.get(id)
      return hold === undefined ? 'none' : hold.status === 'open' ? 'open' : 'ended'
    },
    balanceOn: (account, day) => view.get(accountHistory(account)).balanceOn(day),
    openingOf(account) {
      const history = view.get(accountHistory(account))
      for (let row = 0; row < history.length; row++) {
        const { entry } = history.line(row)
        if (entry.kind === 'opening' && !entries.has(reversalOf(entry.entryId))) return entry
      }
      return undefined
    },
  }
}

/** The id of the entry that takes back another. */
export const reversalOf = (id: EntryId): EntryId => `reversal/${id}`
