import type { Currency } from '../../../money/index.ts'
import type { ImportWarning } from './ImportWarning.ts'

/** `YYYY-MM-DD`, a day that exists, as the bank wrote it: no time zone is applied. */
export type CalendarDay = string

export type StatementFormat = 'mt940' | 'mt942' | 'camt.052' | 'camt.053' | 'camt.054' | 'csv'

/** What was read from one file, whatever its format. Plain data: it can be stored, sent to another thread and compared. */
export interface StatementFile {
  readonly format: StatementFormat
  /** What the file says of its own version: `camt.053.001.08`. */
  readonly version?: string
  readonly fileName: string
  readonly bytes: number
  /** Lower-case hex of the file's bytes: the same file is recognised under any name. */
  readonly sha256: string
  /** As the Encoding Standard names it: `utf-8`, `windows-1252`, `utf-16le`. */
  readonly encoding: string
  /** In file order. */
  readonly statements: readonly ParsedStatement[]
  /** What should be seen before booking. None of it keeps the file from being booked. */
  readonly warnings: readonly ImportWarning[]
}

/**
 * - `statement`: a closed period with balances (MT940, CAMT.053, CSV)
 * - `report`: a day not closed yet (MT942, CAMT.052); its lines come again in the statement
 * - `notification`: single bookings (CAMT.054); they come again in the statement
 */
export type StatementKind = 'statement' | 'report' | 'notification'

export interface ParsedStatement {
  readonly kind: StatementKind
  readonly account: ParsedAccount
  /** The bank's name for this statement: MT940 `:20:`, CAMT `Id`. */
  readonly statementId?: string
  /** Its number, as written: `00084/001`, `315`. Pages of one statement share the number before the slash. */
  readonly sequence?: string
  readonly from?: CalendarDay
  readonly to?: CalendarDay
  readonly opening?: ParsedBalance
  readonly closing?: ParsedBalance
  /** What could be spent at the end. */
  readonly closingAvailable?: ParsedBalance
  /** What the bank says of the statement as a whole. */
  readonly note?: string
  /** In file order, which inside a day need not be the order in time. */
  readonly lines: readonly ParsedLine[]
}

export interface ParsedAccount {
  /** An IBAN without spaces, or what the bank wrote (`45050050/76198810`). Absent where the file names no account. */
  readonly id?: string
  readonly isIban: boolean
  /** BIC, bank code or name, as written. */
  readonly bank?: string
  readonly currency: Currency
  readonly owner?: string
}

export interface ParsedBalance {
  /** Signed, in minor units of `currency`. */
  readonly minor: number
  /** The account's, but for files that say otherwise. */
  readonly currency: Currency
  readonly date?: CalendarDay
  /** A page's balance (`:60M:`, `:62M:`, `INTM`), not the period's. */
  readonly interim: boolean
}

/** `pending` and `information` lines are not in the balances and are not to be booked. */
export type LineStatus = 'booked' | 'pending' | 'information'

export interface ParsedLine {
  readonly bookingDate: CalendarDay
  readonly valueDate: CalendarDay
  /** Minor units: negative when money left the account. A reversal has the sign of its own movement. */
  readonly minor: number
  readonly currency: Currency
  readonly status: LineStatus
  readonly counterparty?: Counterparty
  /** What the payer or the customer gave: end-to-end id, `:61:` customer reference. Never NONREF or NOTPROVIDED. */
  readonly reference?: string
  /** What the bank gave. */
  readonly bankReference?: string
  /** The purpose in words; empty when the file has none. */
  readonly memo: string
  /** The bank's code for the kind of booking: `NTRF`, `PMNT/RCDT/ESCT`. */
  readonly code?: string
  /** The bank's words for it: `DAUERAUFTRAG`. */
  readonly postingText?: string
  /** It takes back an earlier booking (`RC`, `RD`, `RvslInd`). */
  readonly reversal: boolean
  /** The account's balance after this line, where the file has such a column. */
  readonly balanceMinor?: number
  /** One payment of a booking that the bank made as a sum. */
  readonly batch?: { readonly reference?: string; readonly index: number; readonly count: number }
  readonly at: FilePosition
  /** The same line has the same fingerprint in every file and every import: see `fingerprintLines`. */
  readonly fingerprint: string
}

export interface Counterparty {
  readonly name?: string
  /** IBAN or account number. */
  readonly account?: string
  /** BIC or bank code. */
  readonly bank?: string
}

/** Where in the file something stands, for people who open it in an editor. */
export interface FilePosition {
  /** From 1. */
  readonly line: number
  /** The field, column or element: `:61:`, `Betrag`, `Stmt[1]/Ntry[3]`. */
  readonly element?: string
}
