import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { isNotLoaded } from '../log/notLoaded.ts'
import type { LiveEnd } from '../store/LiveEnd.ts'
import type { RecordLoader } from '../store/RecordLoader.ts'
import { runInSlices } from '../work/runInSlices.ts'
import type { Slicing } from '../work/Slicing.ts'
import type { Work } from '../work/Work.ts'
import type { Arrivals } from './Arrivals.ts'
import type { Playhead } from './Playhead.ts'
import type { RunPlace, Stop } from './runUntil.ts'
import { runUntil } from './runUntil.ts'
import type { Viewpoint } from './Viewpoint.ts'

/** What runs take of a store. */
export interface RunsParts {
  readonly liveEnd: LiveEnd
  readonly viewpoint: Viewpoint
  readonly arrivals: Arrivals
  readonly loader: RecordLoader
  readonly slicing: Slicing
}

/** Runs of the playhead to where a predicate holds: one at a time, and each move by somebody else ends it. */
export class Runs {
  readonly #parts: RunsParts
  #running: AbortController | undefined

  constructor(parts: RunsParts) {
    this.#parts = parts
  }

  /** Somebody else moves the playhead. */
  interrupt(): void {
    const running = this.#running
    this.#running = undefined
    running?.abort(interrupted(this.#parts.viewpoint.playhead))
  }

  async run(stop: Stop, from: number, signal: AbortSignal | undefined): Promise<Playhead | undefined> {
    signal?.throwIfAborted()
    const own = new AbortController()
    const abort = () => own.abort(signal?.reason)
    signal?.addEventListener('abort', abort)
    this.#running = own
    const { viewpoint, arrivals, liveEnd, loader } = this.#parts
    const place: RunPlace = { offset: from, state: viewpoint.state }
    try {
      if (!arrivals.isLoaded(from)) await arrivals.load(from)
      place.state = liveEnd.log.stateAt(from)
      return await loader.during(() => this.#goOn(stop, place, own.signal))
    } catch (thrown) {
      // Where somebody else has moved the playhead, it stays there.
      if (this.#running === own) viewpoint.moveTo(place.offset, 'parked', place.state)
      throw thrown
    } finally {
      signal?.removeEventListener('abort', abort)
      if (this.#running === own) this.#running = undefined
    }
  }

  /** Runs, and loads what is in the durable log only when it comes there. */
  async #goOn(stop: Stop, place: RunPlace, signal: AbortSignal): Promise<Playhead | undefined> {
    const progress = () => void this.#parts.viewpoint.moveTo(place.offset, 'seeking', place.state)
    for (;;) {
      try {
        return await runInSlices(this.#work(stop, place, signal), { ...this.#parts.slicing, signal, progress })
      } catch (thrown) {
        if (!isNotLoaded(thrown)) throw thrown
        progress()
        await this.#parts.loader.load({ from: place.offset + 1, to: place.offset + LOADED_RECORDS })
      }
    }
  }

  /** The move at the end belongs to the work: nobody else can move between the two. */
  *#work(stop: Stop, place: RunPlace, signal: AbortSignal): Work<Playhead | undefined> {
    const { viewpoint, liveEnd } = this.#parts
    const found = yield* runUntil(liveEnd, place, stop)
    signal.throwIfAborted()
    if (found) return viewpoint.moveTo(place.offset, 'parked', place.state)
    viewpoint.goLive()
    return undefined
  }
}

/** Records that are brought into memory at a time. */
const LOADED_RECORDS = 8_192

const interrupted = ({ offset }: Playhead) =>
  new PlayheadError({
    code: 'timeline/interrupted',
    message: DEV
      ? `runUntil was ended at offset ${offset}: something else moved the playhead, or the store was closed. Call it again, or leave the playhead alone until its promise settles.`
      : [offset],
  })
