import type { Place } from './Playhead.ts'

/** How a replay runs through recorded time. */
export interface PlayOptions {
  /** 1 is as recorded; from 0.25 to 64. Default 1. */
  readonly speed?: number
  /** Gaps between two records that are longer than this, in recorded milliseconds, are cut to it. Default 2,000. */
  readonly maxIdleMs?: number
}

/** How a replay runs, and where it begins. */
export interface PlayFromOptions extends PlayOptions {
  /** Where it begins. Default: the playhead; at the head, the place before the first record. */
  readonly from?: Place
}

/** The part of the log that is played again and again: views `from`, then the records up to and including `to`. */
export interface PlayRange {
  readonly from: Place
  readonly to: Place
}
