import type { Account, AccountId, Entry, Hold } from '../../../ledger/index.ts'
import type { ParsedLine, ParsedStatement, StatementFile } from '../readers/index.ts'

/** What booking a file would do, for a person to confirm. Nothing is booked by making one. */
export interface ImportPlan {
  readonly file: StatementFile
  readonly statements: readonly StatementPlan[]
  /** Accounts to be opened first: those that are new, and those of the world outside. */
  readonly opens: readonly Account[]
  /** What will be booked, in order of booking date; each has its line's fingerprint as its id. */
  readonly entries: readonly Entry[]
  /** What the bank has announced and not booked: money that goes out, kept until it is booked or two weeks are over. */
  readonly holds: readonly Hold[]
  /** Holds that end because their lines are booked now, by their ids. */
  readonly releases: readonly string[]
  /** Lines that are booked already, from this file or another. */
  readonly duplicates: number
  readonly leftOut: readonly LeftOutLine[]
  /** Some statement names no account: choose one with `withAccount` before booking. */
  readonly accountNeeded: boolean
}

export interface StatementPlan {
  readonly statement: ParsedStatement
  readonly accountId: AccountId | undefined
  readonly accountName: string
  readonly isNewAccount: boolean
  /** Lines that will be booked. */
  readonly fresh: number
  readonly duplicates: number
  /** What becomes of each line, in the file's order. */
  readonly lines: readonly PlannedLine[]
  /** The day of the closing balance, where the statement has one. */
  readonly closingDay: string | undefined
  /** Ours at the end of that day, once this file is booked. */
  readonly oursMinor: number | undefined
  /** What the file's closing balance has more than ours. Zero where they agree. */
  readonly differenceMinor: number | undefined
}

/** A line that is not booked, and why. */
export interface LeftOutLine {
  readonly line: number
  readonly reason: /** The bank has not booked it. */
    | 'pending'
    /** It is told, not booked. */
    | 'information'
    /** It moves nothing. */
    | 'zero'
    /** It is in another currency than its account. */
    | 'other-currency'
}

/** A line of a file, and what booking the file does with it. */
export interface PlannedLine {
  readonly line: ParsedLine
  readonly fate: 'new' | 'duplicate' | LeftOutLine['reason']
}
