import type { Observable } from 'rxjs'
import { BehaviorSubject, debounceTime, skip } from 'rxjs'
import type { CalendarDay } from '../calendar/index.ts'
import type { PlaceSearch, TimeView } from '../features/time/index.ts'
import { placeOfSearch, searchOfPlace } from '../features/time/placeInUrl.ts'

/** Browsers refuse history calls that come more often than a hundred in thirty seconds. */
const writeAfterMs = 250

/** What is needed of a router: rewrites the address it is at, so that `searchOf` is in it. */
export interface Address {
  rewrite(): void
  /** Calls back when the reader went back or forward; returns the way to stop it. */
  onTraverse(moved: (search: PlaceSearch) => void): () => void
}

/**
 * The place in time and the address, kept the same.
 *
 * The address is read when the page opens and when the reader goes back or forward. It is written when the place has
 * stood still for a moment, over the entry that is there: dragging through a year is no history of its own.
 */
export class PlaceUrl {
  readonly #view: TimeView
  readonly #problem = new BehaviorSubject<string | undefined>(undefined)

  readonly #lastDay: () => CalendarDay | undefined

  /** @param lastDay where the booked axis ends */
  constructor(view: TimeView, lastDay: () => CalendarDay | undefined = () => undefined) {
    this.#view = view
    this.#lastDay = lastDay
  }

  /** Why the address could not be followed; undefined while it was. */
  get problem$(): Observable<string | undefined> {
    return this.#problem
  }

  dismissProblem(): void {
    this.#problem.next(undefined)
  }

  /** Looks at the place that the address names, or at now with a problem. */
  async follow(search: PlaceSearch): Promise<void> {
    const { place, problem } = placeOfSearch(search, {
      head: this.#view.store.timeline.playhead.head,
      lastDay: this.#lastDay(),
    })
    this.#problem.next(problem)
    if (place.axis === 'booked') this.#view.viewDay(place.day)
    else await this.#view.viewRecord(place.offset)
  }

  /** What stands in the address for the place being viewed; undefined for what does not. */
  search(): ReturnType<typeof searchOfPlace> {
    return searchOfPlace(this.#view.place)
  }

  /** Keeps both the same from now on. Returns the way to stop it. */
  connect(address: Address): () => void {
    const writing = this.#view.place$.pipe(skip(1), debounceTime(writeAfterMs)).subscribe(() => address.rewrite())
    const stopReading = address.onTraverse((search) => void this.follow(search))
    // What could not be followed is taken out of the address.
    if (this.#problem.value !== undefined) address.rewrite()
    return () => {
      writing.unsubscribe()
      stopReading()
    }
  }
}
