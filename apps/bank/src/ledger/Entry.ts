import type { Currency } from '../money/index.ts'
import type { AccountId } from './Account.ts'
import type { CalendarDay } from './day.ts'

export type EntryId = string

export type EntryKind =
  | 'opening'
  | 'deposit'
  | 'withdrawal'
  | 'transfer'
  | 'fee'
  | 'interest'
  | 'fx'
  | 'reversal'
  | 'adjustment'

export const entryKinds: readonly EntryKind[] = [
  'opening',
  'deposit',
  'withdrawal',
  'transfer',
  'fee',
  'interest',
  'fx',
  'reversal',
  'adjustment',
]

/** One side of an entry: `minor` units come into the account, or leave it where negative. Never zero. */
export interface Leg {
  readonly account: AccountId
  readonly currency: Currency
  readonly minor: number
}

/** An entry as it is posted. Its legs sum to zero per currency, and an account has at most one of them. */
export interface Entry {
  readonly entryId: EntryId
  readonly kind: EntryKind
  readonly legs: readonly Leg[]
  /** When it counts in balances. */
  readonly bookingDate: CalendarDay
  /** When it counts for interest. */
  readonly valueDate: CalendarDay
  /** The purpose in words; may be empty. */
  readonly memo: string
  readonly counterparty?: Counterparty
  /** What payer and payee call it. */
  readonly reference?: string
  /** `groceries`, `rent`: what it was for. */
  readonly category?: string
  /** The entry that it takes back. */
  readonly reverses?: EntryId
  /** The line of a file that it came from. */
  readonly source?: EntrySource
}

/** Who stands on the other side, as far as it is known. */
export interface Counterparty {
  readonly name?: string
  /** IBAN or account number. */
  readonly account?: string
  /** BIC, bank code or name. */
  readonly bank?: string
}

export interface EntrySource {
  readonly importId: string
  /** The same line has the same fingerprint in every file. */
  readonly fingerprint: string
  /** In the file, from 1. */
  readonly line: number
}

/** An entry in the ledger, with what the ledger knows of its recording. */
export interface PostedEntry extends Entry {
  /** How many entries were recorded before it. */
  readonly ordinal: number
  /** Milliseconds since 1970: when it became known, whenever it was booked. */
  readonly recordedAt: number
}
