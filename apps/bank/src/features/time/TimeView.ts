import type { Store } from '@playhead/core'
import type { Observable, Subscription } from 'rxjs'
import { BehaviorSubject } from 'rxjs'
import type { CalendarDay } from '../../calendar/index.ts'
import type { PlaySpeed } from './playSpeeds.ts'
import type { TimeAxis, TimePlace } from './TimePlace.ts'
import { now, samePlace } from './TimePlace.ts'

/** The longest wait between two records at speed 1: nobody watches a ledger through a quiet month. */
const idleMsMax = 500

/**
 * Where in time the page is looking. View state, not part of the log: looking changes nothing.
 *
 * The booked day is kept here and given to selectors as an argument. The recorded place is the store's playhead, so that
 * whatever moves the playhead moves the page; when something else parks it, the page changes to that axis.
 * Only one axis is in the past at a time.
 */
export class TimeView {
  readonly store: Store
  readonly #timeline: Store['timeline']
  readonly #place: BehaviorSubject<TimePlace>
  readonly #playhead: Subscription

  constructor(store: Store) {
    const { timeline } = store
    this.store = store
    this.#timeline = timeline
    this.#place = new BehaviorSubject<TimePlace>(now)
    this.#playhead = timeline.playhead$.subscribe(({ status, offset }) => {
      if (status !== 'live') this.#show({ axis: 'recorded', offset })
      else if (this.place.axis === 'recorded') this.#show({ axis: 'recorded', offset: undefined })
    })
  }

  get place(): TimePlace {
    return this.#place.value
  }

  /** The place now, and each different one after it. */
  get place$(): Observable<TimePlace> {
    return this.#place
  }

  /** Counts what was booked up to and including `day`; undefined for all that is booked. */
  viewDay(day: CalendarDay | undefined): void {
    // The place first: a playhead that goes live while the axis is `recorded` would show `recorded` once more.
    this.#show({ axis: 'booked', day })
    this.#timeline.live()
  }

  /**
   * Shows what was known just after a record; undefined for all that is known.
   *
   * Rejects with `timeline/past-head` and the timeline's other errors; the view then stays where it is.
   */
  async viewRecord(offset: number | undefined): Promise<void> {
    if (offset !== undefined) {
      await this.#timeline.seek(offset)
      return
    }
    this.#show({ axis: 'recorded', offset: undefined })
    this.#timeline.live()
  }

  /**
   * Plays the recorded axis from where the playhead stands; from the beginning when it is live. Nothing else starts
   * it: a page that moves by itself is for those who asked for it.
   */
  play(speed: PlaySpeed): void {
    this.#timeline.play({ speed, maxIdleMs: idleMsMax })
  }

  /** Stays where it has come to. */
  pause(): void {
    this.#timeline.pause()
  }

  /** Shows what was known at a moment, in milliseconds since 1970. */
  async viewMoment(time: number): Promise<void> {
    await this.#timeline.seek(new Date(time))
  }

  /** Looks along the other axis, at now. */
  chooseAxis(axis: TimeAxis): void {
    if (axis === this.place.axis) return
    if (axis === 'booked') this.viewDay(undefined)
    else this.#show({ axis, offset: undefined })
  }

  /** Back to now, on the same axis. */
  now(): void {
    if (this.place.axis === 'booked') this.viewDay(undefined)
    else this.#timeline.live()
  }

  close(): void {
    this.#playhead.unsubscribe()
    this.#place.complete()
  }

  #show(place: TimePlace): void {
    if (!samePlace(place, this.place)) this.#place.next(place)
  }
}
