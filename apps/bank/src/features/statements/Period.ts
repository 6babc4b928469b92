import type { Account, CalendarDay } from '../../ledger/index.ts'
import type { StatementLine } from './linesOf.ts'

/** A period of an account with its lines, to be shown and exported: closed, or open and still growing. */
export interface Period {
  readonly account: Account
  /** The statement's number; undefined while it is open. */
  readonly number: number | undefined
  readonly from: CalendarDay
  readonly to: CalendarDay
  readonly openingMinor: number
  readonly closingMinor: number
  readonly lines: readonly StatementLine[]
}
