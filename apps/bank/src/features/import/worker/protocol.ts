import type { ImportProblem, ParsedLine, ParsedStatement, ReadInput, StatementFile } from '../readers/index.ts'

/**
 * What page and worker say to each other. One worker reads one file:
 *
 * ```
 * page   ── ParseRequest ──►                                                        worker
 *        ◄── progress … progress ── head ── lines … lines ── done
 *        ◄── progress … ── problem
 * ```
 * To cancel, the page terminates the worker.
 */
export interface ParseRequest {
  readonly file: File
  readonly options: ParseOptions
}

/** What a person may say of the file, see `ReadOptions`. */
export type ParseOptions = Omit<ReadInput, 'fileName' | 'sha256'>

export type ParseAnswer =
  | ParseProgress
  | { readonly kind: 'head'; readonly file: StatementFileHead }
  | { readonly kind: 'lines'; readonly statement: number; readonly lines: readonly ParsedLine[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'problem'; readonly problem: ImportProblem }

export interface ParseProgress {
  readonly kind: 'progress'
  /**
   * `reading`: bytes come from the disk. `parsing`: they are understood. Each counts from 0 to `bytesTotal`. When parsing is
   * there, the whole is still checked and sent: 100,000 bookings take about a second.
   */
  readonly phase: 'reading' | 'parsing'
  readonly bytesRead: number
  readonly bytesTotal: number
  /** Bookings so far. */
  readonly lines: number
}

/** A file whose lines come afterwards. */
export type StatementFileHead = Omit<StatementFile, 'statements'> & {
  readonly statements: readonly Omit<ParsedStatement, 'lines'>[]
}

/** Lines in one message. Taking in 100,000 at once would hold up the page for some 200 ms; 2,000 cost it a few. */
export const linesPerMessage = 2_000
