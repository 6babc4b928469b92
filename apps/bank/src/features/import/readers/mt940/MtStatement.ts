import type { Decimal } from '../../../../money/index.ts'
import type { Booking } from './parseBooking.ts'
import type { MtAccount } from './parseMtAccount.ts'
import type { MtBalance } from './parseMtBalance.ts'

/** One MT message while it is read: what its fields said, before amounts are counted in a currency. */
export interface MtStatement {
  /** Where it starts. */
  readonly line: number
  /** It began without `:20:` or `:25:`: a booking outside any message. */
  headless: boolean
  report: boolean
  reference?: string
  sequence?: string
  account?: MtAccount
  owner?: string
  /** The first currency that any field names. */
  currency: string | undefined
  opening?: MtBalance
  closing?: MtBalance
  closingAvailable?: MtBalance
  readonly totals: MtTotal[]
  readonly notes: string[]
  readonly movements: MtMovement[]
  /** `-`, `:62F:` or the like was seen: a further booking stands outside. */
  ended: boolean
}

export interface MtMovement {
  readonly line: number
  readonly booking: Booking
  readonly information: string[]
  readonly nonSwift: string[]
}

/** `:90D:` and `:90C:` of MT942: how many bookings there are on one side, and their sum. */
export interface MtTotal {
  readonly line: number
  readonly credit: boolean
  readonly count: number
  readonly amount: Decimal
}

export function newMtStatement(line: number): MtStatement {
  return {
    line,
    headless: false,
    report: false,
    currency: undefined,
    totals: [],
    notes: [],
    movements: [],
    ended: false,
  }
}
