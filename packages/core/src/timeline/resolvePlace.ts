import { PlayheadError } from '../error/PlayheadError.ts'
import type { FoldedLog } from '../fold/FoldedLog.ts'
import type { Offset } from '../log/Offset.ts'
import { asOffset } from '../log/Offset.ts'
import type { Place } from './Playhead.ts'

/** For what a place is wanted, as messages say it: `Cannot seek to offset 12`. */
export type PlaceUse =
  | 'seek to'
  | 'read at'
  | 'fork at'
  | 'play from'
  | 'play to'
  | 'run from'
  | 'blame from'
  | 'compare'

/**
 * The offset that a place means. A date before the first record is −1, one after the last is the head.
 *
 * @throws PlayheadError `timeline/past-head`, `timeline/no-such-offset`, `timeline/bad-place`
 */
export function resolvePlace(place: Place, log: FoldedLog, doing: PlaceUse): Offset {
  if (place instanceof Date) {
    const time = place.getTime()
    if (Number.isNaN(time)) throw badPlace(doing)
    return asOffset(log.offsetAt(time))
  }
  if (!Number.isInteger(place) || place < -1) throw noSuchOffset(place, doing)
  if (place > log.head) throw pastHead(place, log.head, doing)
  return asOffset(place)
}

const badPlace = (doing: string) =>
  new PlayheadError({
    code: 'timeline/bad-place',
    message: `Cannot ${doing} an invalid date. Pass an offset or a Date with a time.`,
  })

const noSuchOffset = (place: number, doing: string) =>
  new PlayheadError({
    code: 'timeline/no-such-offset',
    message: `Cannot ${doing} offset ${String(place)}: offsets are whole numbers from 0, and −1 is the place before the first record.`,
  })

function pastHead(place: number, head: number, doing: string): PlayheadError {
  const advice = looksLikeTime(place)
    ? 'The number looks like a time: pass `new Date(time)`.'
    : `Wait for more records or use at most ${head}.`
  return new PlayheadError({
    code: 'timeline/past-head',
    message: `Cannot ${doing} offset ${place}: the log's head is ${head}. ${advice}`,
  })
}

/** Milliseconds since 1970 of any year from 1973 on; no log in memory is that long. */
const looksLikeTime = (place: number) => place > 1e11
