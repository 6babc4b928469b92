import { createCoalesced } from '../input/createCoalesced.ts'
import type { TimelineActions } from './TimelineGiven.ts'

type Target = { readonly place: number } | { readonly time: number }

/**
 * The playhead while somebody drags it: shown at once where it is dragged to, and there until the app has followed,
 * which it is asked to one seek at a time.
 */
export class Scrubbing {
  readonly #changed: () => void
  readonly #seek: (target: Target) => void
  /** On the axis. */
  #shownAt: number | undefined
  #isHeld = false
  #isSeeking = false
  /** Where the last seek has led to. */
  #reached: number | undefined

  constructor(actions: TimelineActions, changed: () => void) {
    this.#changed = changed
    this.#seek = createCoalesced(
      async (target: Target) => {
        this.#reached = undefined
        const place = 'place' in target ? target.place : await actions.placeAt(target.time)
        await actions.seek(place)
        this.#reached = place
      },
      () => {
        this.#isSeeking = false
        this.#changed()
      },
    )
  }

  /** Where the playhead is drawn, while that is not where the app's is. */
  get shownAt(): number | undefined {
    return this.#shownAt
  }

  get isHeld(): boolean {
    return this.#isHeld
  }

  to(at: number, target: Target): void {
    this.#isHeld = true
    if (at === this.#shownAt) return
    this.#shownAt = at
    this.#isSeeking = true
    this.#seek(target)
    this.#changed()
  }

  drop(): void {
    this.#isHeld = false
    this.#changed()
  }

  /** The app's playhead is at `place`: what was dragged there need not be held there any longer. */
  follow(place: number): void {
    if (this.#isHeld || this.#isSeeking) return
    // A refused seek leads nowhere; the playhead is where the app says.
    if (this.#reached === undefined || this.#reached === place) this.#shownAt = undefined
  }

  /** The app has gone elsewhere by itself. */
  release(): void {
    if (!this.#isHeld && !this.#isSeeking) this.#shownAt = undefined
  }
}
