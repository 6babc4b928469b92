import type { Observable } from 'rxjs'
import type { ImportProblem, StatementFile } from '../readers/index.ts'
import type { ParseOptions, ParseProgress } from './protocol.ts'

/**
 * Parses a file somewhere. The port that the import feature uses: the page gives it a worker, tests and stories a fake.
 *
 * The stream gives progress, then `parsed` or `problem`, and completes; it never errors. Unsubscribing cancels.
 */
export interface StatementParser {
  parse(file: File, options?: ParseOptions): Observable<ParseEvent>
}

export type ParseEvent =
  | ParseProgress
  | { readonly kind: 'parsed'; readonly file: StatementFile }
  | { readonly kind: 'problem'; readonly problem: ImportProblem }
