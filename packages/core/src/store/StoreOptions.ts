import type { EventLog } from '../log/EventLog.ts'
import type { AnySlice } from '../slice/Slice.ts'
import type { Clock, Random } from './ports.ts'

/** What a dispatch does while the playhead is parked. */
export type ParkedPolicy =
  /** Appends at the head; the view stays where it is. */
  | 'append'
  /** Throws `dispatch/parked`: a past that is read-only. */
  | 'refuse'
  /** Begins a branch at the playhead and dispatches there; see `timeline.branch$`. */
  | 'fork'

/** What a store is made of. */
export interface StoreOptions<Slices extends readonly AnySlice[]> {
  readonly slices: Slices
  /** Where records are kept. Default: a log in memory. */
  readonly log?: EventLog
  /** Default `append`. */
  readonly parked?: ParkedPolicy
  /** Who acts, stamped on records. */
  readonly actor?: string
  /** Default: `Date`. */
  readonly clock?: Clock
  /** For ids, and for prepared actions that ask. Default: `Math.random`. */
  readonly random?: Random
  /** Largest stored size of one payload, in bytes. Default 65,536. */
  readonly payloadBytesMax?: number
}
