import type { CalendarDay } from '../../calendar/index.ts'
import { formatCount, formatDay, isCalendarDay } from '../../calendar/index.ts'
import type { TimePlace } from './TimePlace.ts'
import { now } from './TimePlace.ts'

/** The place as search parameters: `?booked=2025-03-14`, `?recorded=3412`. Absent means now. */
export interface PlaceSearch {
  readonly booked?: string | undefined
  readonly recorded?: string | undefined
}

/** What there is to look at: a place outside cannot be shown. */
export interface TimeBounds {
  /** Newest record; −1 in an empty log. */
  readonly head: number
  /** The last day of the booked axis, which is now; any day is taken where it is left out. */
  readonly lastDay?: CalendarDay | undefined
}

export type PlaceFromUrl =
  | { readonly place: TimePlace; readonly problem?: undefined }
  /** A sentence for people. `place` is now. */
  | { readonly place: TimePlace; readonly problem: string }

/** Absent keys are written as undefined, so that spreading this over older parameters takes them away. */
export function searchOfPlace(place: TimePlace): { booked: string | undefined; recorded: string | undefined } {
  return {
    booked: place.axis === 'booked' ? place.day : undefined,
    recorded: place.axis === 'recorded' && place.offset !== undefined ? String(place.offset) : undefined,
  }
}

/** Reads the place out of the address. What cannot be shown comes back as now, with the reason. */
export function placeOfSearch({ booked, recorded }: PlaceSearch, { head, lastDay }: TimeBounds): PlaceFromUrl {
  if (booked !== undefined && recorded !== undefined) {
    return {
      place: now,
      problem: 'The link names a booked day and a record. It can show one of them at a time, so this is now.',
    }
  }
  if (booked !== undefined) {
    if (isCalendarDay(booked)) {
      if (lastDay === undefined || booked < lastDay) return { place: { axis: 'booked', day: booked } }
      // Today, and the last day on which anything is booked, are now.
      if (booked === lastDay) return { place: now }
      return {
        place: now,
        problem: `The link shows ${formatDay(booked, 'long')}, and nothing is booked after ${formatDay(lastDay, 'long')}. This is now.`,
      }
    }
    return {
      place: now,
      problem: `“${excerpt(booked)}” in the link is not a day. A day is written like 2025-03-14. This is now.`,
    }
  }
  if (recorded !== undefined) {
    if (!/^(-1|\d{1,15})$/.test(recorded)) {
      return {
        place: now,
        problem: `“${excerpt(recorded)}” in the link is not the number of a record. This is now.`,
      }
    }
    const offset = Number(recorded)
    if (offset <= head) return { place: { axis: 'recorded', offset } }
    return {
      place: now,
      problem: `The link shows record ${formatCount(offset)}, but the newest record here is ${formatCount(head)}. It may come from another browser: each has a ledger of its own. This is now.`,
    }
  }
  return { place: now }
}

const excerpt = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
