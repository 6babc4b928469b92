import type { CalendarDay } from '../../calendar/index.ts'

/**
 * Which past is looked at.
 *
 * - `booked`: what counted by the end of a day, by the date under which the bank booked it
 * - `recorded`: what this ledger knew, by the order in which it was told: the store's playhead
 */
export type TimeAxis = 'booked' | 'recorded'

/** A place in time on one axis; without day or offset it is now. */
export type TimePlace =
  | { readonly axis: 'booked'; readonly day: CalendarDay | undefined }
  | { readonly axis: 'recorded'; readonly offset: number | undefined }

/** Everything that is booked and known. */
export const now: TimePlace = { axis: 'booked', day: undefined }

export function isPast(place: TimePlace): boolean {
  return place.axis === 'booked' ? place.day !== undefined : place.offset !== undefined
}

export function samePlace(a: TimePlace, b: TimePlace): boolean {
  if (a.axis === 'booked') return b.axis === 'booked' && a.day === b.day
  return b.axis === 'recorded' && a.offset === b.offset
}
