import type { Store } from '@playhead/core'
import { watchAccepted } from '@playhead/core/inspect'

/** Where in the code records were dispatched, as the stack told. Of the newest 10,000 records. */
export class CallSites {
  /** Written over in turn: a `Map` whose oldest entry goes with each new one is slow. */
  readonly #ids: string[] = []
  /** Errors, not their stacks: to write one out costs several times as much as to keep it. */
  readonly #sites: Error[] = []
  #next = 0
  readonly stop: () => void

  constructor(store: Store) {
    this.stop = watchAccepted(store, (records) => {
      const site = errorHere()
      for (const { id } of records) this.#keep(id, site)
    })
  }

  of(id: string): readonly string[] | undefined {
    const site = this.#sites[this.#ids.indexOf(id)]
    return site && framesOf(site.stack ?? '')
  }

  #keep(id: string, site: Error): void {
    this.#ids[this.#next] = id
    this.#sites[this.#next] = site
    this.#next = (this.#next + 1) % CALL_SITES_MAX
  }
}

const CALL_SITES_MAX = 10_000
/** V8 keeps ten frames, and the store's own are among them. */
const FRAMES = 24

function errorHere(): Error {
  const limited = Error as { stackTraceLimit?: number }
  const before = limited.stackTraceLimit
  limited.stackTraceLimit = FRAMES
  const error = new Error()
  if (before !== undefined) limited.stackTraceLimit = before
  return error
}

/** The lines from the app's own dispatch on: those of the store before it say nothing. */
function framesOf(stack: string): readonly string[] {
  const lines = stack.split('\n').map((line) => line.trim())
  const frames = lines.filter((line) => line.startsWith('at ') || line.includes('@'))
  const firstOfApp = frames.findIndex((line) => !STORE_FRAMES.test(line))
  return frames.slice(Math.max(0, firstOfApp))
}

/** Frames of this file, of core and of what hooks call, by where they stand; in a bundle by their names. */
const STORE_FRAMES =
  /CallSites|packages\/core\/|@playhead[/_]core|packages\/react\/|@playhead[/_]react|\b(?:dispatchOne|dispatchAll|accepted|append|errorHere)\b/
