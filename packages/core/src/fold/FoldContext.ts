import type { Checks } from '../check/Checks.ts'
import type { RecordId } from '../log/RecordId.ts'

/** What a store and its fold tell each other. */
export interface FoldContext {
  /** Whether a reducer is running: a dispatch from there is an error. */
  folding: boolean
  /** Records that could not be brought up to today's version: they are kept and not folded. */
  unreadable: Set<RecordId> | undefined
  /** Looks at folds in development. */
  checks: Pick<Checks, 'folded'> | undefined
}

export const foldContext = (): FoldContext => ({ folding: false, unreadable: undefined, checks: undefined })
