import type { LiveEnd } from '../store/LiveEnd.ts'
import type { RecordLoader } from '../store/RecordLoader.ts'
import type { Playhead } from './Playhead.ts'
import type { Viewpoint } from './Viewpoint.ts'

/** Moves to places whose records are not in memory: they wait for them, and the newest one wins. */
export class Arrivals {
  readonly #liveEnd: LiveEnd
  readonly #viewpoint: Viewpoint
  readonly #loader: RecordLoader
  /** The move that is waited for. */
  #newest: object | undefined

  constructor(liveEnd: LiveEnd, viewpoint: Viewpoint, loader: RecordLoader) {
    this.#liveEnd = liveEnd
    this.#viewpoint = viewpoint
    this.#loader = loader
  }

  /** Whether the state at a place can be had at once. */
  isLoaded(offset: number): boolean {
    const replayed = this.#liveEnd.log.replayOf(offset)
    return replayed === undefined || this.#loader.has(replayed)
  }

  /** Brings the records that a replay to this place reads into memory. */
  async load(offset: number): Promise<void> {
    await this.#loader.approach(offset)
    const replayed = this.#liveEnd.log.replayOf(offset)
    if (replayed) await this.#loader.load(replayed)
  }

  /** Stays where it is until the records are there, then calls `arrive`, if nothing else has moved the playhead. */
  async arriveLater(offset: number, arrive: () => void): Promise<Playhead> {
    const move = {}
    this.#newest = move
    const { offset: here, status } = this.#viewpoint.playhead
    this.#viewpoint.moveTo(here, 'seeking', this.#viewpoint.state)
    try {
      await this.load(offset)
    } catch (thrown) {
      if (this.#newest === move) {
        if (status === 'live') this.#viewpoint.goLive()
        else this.#viewpoint.moveTo(here, 'parked')
      }
      throw thrown
    }
    if (this.#newest === move) arrive()
    return this.#viewpoint.playhead
  }

  /** Somebody else moves the playhead. */
  interrupt(): void {
    this.#newest = undefined
  }
}
