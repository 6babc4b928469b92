import type { Frozen, Table } from '@playhead/core'
import { createSlice, table } from '@playhead/core'
import type { Account, AccountId, Balance } from './Account.ts'
import { bank } from './actions.ts'
import { balanceIssues } from './balanceIssues.ts'
import type { Entry, EntryId, Leg, PostedEntry } from './Entry.ts'
import { LedgerError } from './LedgerError.ts'

export interface LedgerState {
  /** In the order in which they were opened. */
  readonly accounts: Table<AccountId, Account>
  /** In the order in which they were recorded. None is ever changed or removed. */
  readonly entries: Table<EntryId, PostedEntry>
  /** One for each account. */
  readonly balances: Table<AccountId, Balance>
}

const initial: LedgerState = {
  accounts: table<AccountId, Account>(),
  entries: table<EntryId, PostedEntry>(),
  balances: table<AccountId, Balance>(),
}

/**
 * Accounts, entries and balances: one slice, because what must hold between them must hold after every record.
 * A record that would break it throws and is left out as a whole. See BNK-1 to BNK-6.
 */
export const ledger = createSlice('ledger', initial, (on) => [
  on(bank.accountOpened, (state, { payload: account }) => {
    if (state.accounts.has(account.id)) {
      throw new LedgerError(
        'ledger/account-exists',
        `Account ${account.id} is open already. Open another id, or use the account that is there.`,
      )
    }
    state.accounts.set(account.id, account)
    state.balances.set(account.id, { minor: 0, turnoverMinor: 0 })
  }),
  on(bank.entryPosted, (state, { payload: entry, time }) => {
    if (state.entries.has(entry.entryId)) {
      throw new LedgerError(
        'ledger/entry-exists',
        `Entry ${entry.entryId} was posted before, and an entry never changes. Post a new one that corrects it.`,
      )
    }
    checkBalanced(entry)
    state.entries.set(entry.entryId, { ...entry, ordinal: state.entries.size, recordedAt: time })
    for (const leg of entry.legs) state.balances.set(leg.account, balanceAfter(state, entry, leg))
  }),
])

/** Once more behind the schema: a log may have been written by somebody else. */
function checkBalanced({ entryId, legs }: Entry): void {
  const issues = balanceIssues(legs)
  if (issues.length === 0) return
  throw new LedgerError(
    'ledger/unbalanced',
    `Entry ${entryId} does not balance: ${issues.map(({ message }) => message).join('; ')}. Nothing of it was booked.`,
  )
}

function balanceAfter({ accounts, balances }: Frozen<LedgerState>, { entryId }: Entry, leg: Leg): Balance {
  const account = accounts.get(leg.account)
  const balance = balances.get(leg.account)
  if (account === undefined || balance === undefined) {
    throw new LedgerError(
      'ledger/no-account',
      `Entry ${entryId} moves money on account ${leg.account}, which is not open. Open it first. Nothing of the entry was booked.`,
    )
  }
  if (account.currency !== leg.currency) {
    throw new LedgerError(
      'ledger/other-currency',
      `Entry ${entryId} moves ${leg.currency} on account ${leg.account}, which holds ${account.currency}. Go through an fx account. Nothing of the entry was booked.`,
    )
  }
  const turnoverMinor = balance.turnoverMinor + Math.abs(leg.minor)
  if (!Number.isSafeInteger(turnoverMinor)) {
    throw new LedgerError(
      'ledger/too-large',
      `Entry ${entryId} moves ${leg.minor} minor units on account ${leg.account}, and all that it ever moved would be beyond 2^53 - 1. Nothing of the entry was booked.`,
    )
  }
  return { minor: balance.minor + leg.minor, turnoverMinor }
}
