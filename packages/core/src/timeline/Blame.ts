import type { PlacedRecord } from '../log/LogRecord.ts'
import type { Place } from './Playhead.ts'

/** A record that changed a value, with the value just before and just after it. */
export interface Blame {
  readonly record: PlacedRecord
  readonly before: unknown
  readonly after: unknown
}

/** Where a search through the log begins, and what ends it early. */
export interface SearchOptions {
  /** Default: the playhead. */
  readonly from?: Place
  /** Ends the search: what waits for it rejects with the signal's reason. */
  readonly signal?: AbortSignal
}
