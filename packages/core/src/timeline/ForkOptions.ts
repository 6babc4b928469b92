import type { Dispatchable } from '../action/Action.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import type { Place } from './Playhead.ts'

/**
 * Where a branch begins, and what is different in it. All offsets are the parent's.
 *
 * ```
 *   parent   0  1  2  3  4  5           fork({ at: 5, without: [2], insert: { 3: [x] } })
 *   branch   0  1     3  x  4  5        shares 0 and 1; its own offsets are 0 … 5
 * ```
 */
export interface ForkOptions {
  /** Newest record of the parent that the branch has. Default: the playhead. */
  readonly at?: Place
  /** Records that are left out. */
  readonly without?: readonly number[]
  /** Other actions in the place of records: at the same time, by the same actor, with an id of their own. */
  readonly replace?: { readonly [offset: number]: Replacement }
  /** Actions that happen just after the record at an offset; −1 for before the first. They take its time. */
  readonly insert?: { readonly [after: number]: readonly Dispatchable[] }
  /**
   * Records that change places: those named here stand, in this order, where they stand in the
   * parent among themselves. `[7, 5]` swaps two. What is inserted after an offset
   * stands after that place, whichever record is there.
   */
  readonly order?: readonly number[]
  /** Runs the effects of the parent on the branch as well, for what is dispatched there. Default false. */
  readonly effects?: boolean
}

/** An action, or a function that makes one of the record in whose place it comes. */
export type Replacement = Dispatchable | ((record: PlacedRecord) => Dispatchable)
