import type { Offset } from '../log/Offset.ts'

/** Where state is being looked at. */
export interface Playhead {
  /** The place being viewed; −1 before the first record. */
  readonly offset: Offset
  /** Offset of the newest record; −1 in an empty log. */
  readonly head: Offset
  /** `live` follows the head; `parked` stays where it is while new records are appended behind it. */
  readonly status: 'live' | 'parked' | 'playing' | 'seeking'
  /** Recorded time of `offset` in milliseconds since 1970; `undefined` at −1. */
  readonly time: number | undefined
}

/** A place: an offset, or a time for the newest record that is not later. */
export type Place = number | Date
