import { action, createActions } from '@playhead/core'
import type { AccountId, CalendarDay } from '../../ledger/index.ts'
import { statementSchema } from './statementSchema.ts'

/** A period of an account that is closed. What is in it is settled: nothing is ever added to it. */
export interface Statement {
  readonly statementId: string
  readonly account: AccountId
  /** From 1, without gaps. */
  readonly number: number
  readonly from: CalendarDay
  readonly to: CalendarDay
  /** The closing balance of the statement before it. */
  readonly openingMinor: number
  readonly closingMinor: number
  readonly lines: number
  /**
   * How many entries the ledger had when it was closed: those of later ordinals are not in it, whatever their booking
   * date. They are in the next.
   */
  readonly entriesKnown: number
}

export const statements = createActions('statements', {
  closed: action<Statement>({ schema: statementSchema }),
})
