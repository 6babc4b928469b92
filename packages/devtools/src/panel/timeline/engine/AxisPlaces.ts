import type { StoreOverview } from '../../../protocol/overview.ts'
import type { RecordedTimes } from './RecordedTimes.ts'
import type { TimelineGiven } from './TimelineGiven.ts'

/** Where places lie on the axis: on one of offsets they are what they are, on one of time at their recorded times. */
export class AxisPlaces {
  readonly #given: TimelineGiven
  readonly #times: RecordedTimes

  constructor(given: TimelineGiven, times: RecordedTimes) {
    this.#given = given
    this.#times = times
  }

  /** A place of a store; `undefined` while its time is on its way. Before the first record is where the log begins. */
  of(place: number, store: StoreOverview = this.#given.store): number | undefined {
    if (this.#given.axis === 'offset') return place
    if (place < 0) return store.span?.from
    if (place === store.playhead.offset && store.playhead.time !== undefined) return store.playhead.time
    if (place === store.playhead.head) return store.span?.to
    return this.#times.at(store.id, place)
  }

  /** When the record at a place was recorded. */
  timeOf(place: number): number | undefined {
    return this.#times.at(this.#given.store.id, place)
  }

  range(from: number, to: number): { readonly from: number; readonly to: number } | undefined {
    const first = this.of(from)
    const last = this.of(to)
    return first === undefined || last === undefined ? undefined : { from: first, to: last }
  }
}
