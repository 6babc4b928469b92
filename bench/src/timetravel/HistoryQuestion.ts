import type { LibraryName } from './libraries.ts'

/** What a process is to measure. */
export interface HistoryQuestion {
  readonly library: LibraryName
  /** Actions in the history. */
  readonly size: number
  /** Memory alone, or moves and dispatches in the same history as well. */
  readonly kind: 'memory' | 'travel'
  readonly seeks: number
}
