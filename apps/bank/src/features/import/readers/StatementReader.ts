import type { Currency } from '../../../money/index.ts'
import type { Warnings } from './ImportWarning.ts'
import type { ParsedStatement, StatementFormat } from './StatementFile.ts'

/**
 * Reads one family of statement formats. The port behind which formats are added.
 *
 * Reading is a generator: it takes a step per chunk of text, so that the caller shows progress between steps and stops by
 * not asking for more. The result does not depend on where the text was cut.
 */
export interface StatementReader {
  readonly format: string
  /** How sure the reader is, from the file's first 64 Ki characters: 0 not mine, 1 certainly mine. Never throws. */
  detects(head: string): number
  /** @throws ImportRefused and nothing else */
  read(chunks: Iterable<string>, context: ReadContext): Generator<ReadStep, ReadResult, void>
}

/** A step of reading: how many bookings were read so far. */
export interface ReadStep {
  readonly lines: number
}

export interface ReadContext extends ReadOptions {
  readonly fileName: string
  readonly warnings: Warnings
}

/** What a person can say of a file that does not say it itself. The file's own word has precedence. */
export interface ReadOptions {
  /** For files that name no currency. */
  readonly currency?: Currency
  /** For dates such as 01/02/2024. */
  readonly dateOrder?: DateOrder
}

export type DateOrder = 'day-month' | 'month-day'

export interface ReadResult {
  readonly format: StatementFormat
  readonly version?: string
  /** Their lines have no fingerprints yet. */
  readonly statements: readonly DraftStatement[]
}

/** A statement as a reader gives it, before the lines are fingerprinted. */
export type DraftStatement = Omit<ParsedStatement, 'lines'> & { readonly lines: readonly DraftLine[] }
export type DraftLine = Omit<ParsedStatement['lines'][number], 'fingerprint'>
