import { action, createActions } from '@playhead/core'
import type { ImportProblem, StatementFormat } from './readers/index.ts'
import type { ParseOptions, ParseProgress } from './worker/index.ts'

/**
 * What happens to a file. Reading it is of this page alone and in no log: the file's bytes could not be. From the
 * confirmation on all is logged; its entries are `bank/entryPosted` records between `received` and the end.
 */
export const imports = createActions('import', {
  /** The page has a file and wants to know what is in it. The file itself waits behind a port, by `jobId`. */
  readingAsked: action<{ readonly jobId: string; readonly options: ParseOptions }>({ ephemeral: true }),
  readingProgressed: action<{ readonly jobId: string; readonly progress: ParseProgress }>({ ephemeral: true }),
  /** It is read, and what it says waits behind the port. */
  read: action<{ readonly jobId: string }>({ ephemeral: true }),
  /** It cannot be read, or not without a word from the reader. */
  readingRefused: action<{ readonly jobId: string; readonly problem: ImportProblem }>({ ephemeral: true }),
  /** Nobody wants to know any more. */
  readingCancelled: action<{ readonly jobId: string }>({ ephemeral: true }),
  /** A file was confirmed; `entries` of it will be booked. */
  received: action<{
    readonly importId: string
    readonly fileName: string
    /** Lower-case hex. */
    readonly sha256: string
    readonly format: StatementFormat
    /** Statements in the file, and how they tie out. */
    readonly statements: readonly ReceivedStatement[]
    /** Entries to be booked: lines that were not booked before. */
    readonly entries: number
    /** Lines that were booked before, from this file or another. */
    readonly duplicates: number
  }>(),
  /** An import that was cut off or stopped is gone on with: what is left of it will be booked. */
  resumed: action<{ readonly importId: string }>(),
  /** So many entries are booked by now, of those that this page books. In no log: the entries themselves are. */
  progressed: action<{ readonly importId: string; readonly booked: number; readonly entries: number }>({
    ephemeral: true,
  }),
  /** All entries of the file are booked. */
  completed: action<{ readonly importId: string }>(),
  /** Booking was stopped by the user. What is booked stays; the rest can be booked later. */
  cancelled: action<{ readonly importId: string }>(),
  /** Booking was ended by an error. What is booked stays; the rest can be booked later. */
  failed: action<{ readonly importId: string; readonly reason: string }>(),
})

/** What a statement says of itself, kept so that a difference can be looked at later. Amounts in minor units. */
export interface ReceivedStatement {
  readonly accountId: string
  readonly currency: string
  readonly from: string | null
  readonly to: string | null
  readonly lines: number
  readonly openingMinor: number | null
  readonly closingMinor: number | null
  /** What the file's closing balance has more than ours on that day, after this import. */
  readonly differenceMinor: number | null
}
