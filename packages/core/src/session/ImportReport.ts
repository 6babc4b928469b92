import type { SessionProblem } from './Session.ts'

/** What reading a session file came to. */
export interface ImportReport {
  /** Nothing was refused, and every record can be folded by this program. */
  readonly compatible: boolean
  /** Each action type of the file, with how this program reads it. */
  readonly types: readonly ImportedType[]
  /** Lines that were refused, and what does not fit together; the first 1,000. */
  readonly problems: readonly SessionProblem[]
  /** How many problems there were beyond those. */
  readonly problemsLeftOut: number
}

/** How this program reads the records of one action type and version. */
export interface ImportedType {
  readonly type: string
  /** Version of the payload's shape in the file. */
  readonly version: number
  /** The version this program knows; `undefined` for an unknown type. */
  readonly knownVersion: number | undefined
  readonly records: number
  /**
   * - `same`: as it is
   * - `upcast`: brought to today's version when it is opened
   * - `newer`: written by a newer program; kept, not folded
   * - `unknown`: no `createActions` of this program defines it; kept, and folded by slices that adopt reducers or listen to topics
   */
  readonly reading: 'same' | 'upcast' | 'newer' | 'unknown'
}
