import type { Store } from '@playhead/core'
import { watchAccepted } from '@playhead/core/inspect'

/** Where in the code records were dispatched, as the stack told. Of the newest 10,000 records. */
export class CallSites {
  readonly #stacks = new Map<string, string>()
  readonly stop: () => void

  constructor(store: Store) {
    this.stop = watchAccepted(store, (records) => {
      const stack = stackHere()
      for (const { id } of records) this.#keep(id, stack)
    })
  }

  of(id: string): readonly string[] | undefined {
    const stack = this.#stacks.get(id)
    return stack === undefined ? undefined : framesOf(stack)
  }

  #keep(id: string, stack: string): void {
    this.#stacks.set(id, stack)
    if (this.#stacks.size <= KEPT_MAX) return
    const [oldest] = this.#stacks.keys()
    if (oldest !== undefined) this.#stacks.delete(oldest)
  }
}

const KEPT_MAX = 10_000
/** V8 keeps ten frames, and the store's own are among them. */
const FRAMES = 24

function stackHere(): string {
  const limited = Error as { stackTraceLimit?: number }
  const before = limited.stackTraceLimit
  limited.stackTraceLimit = FRAMES
  const { stack = '' } = new Error()
  if (before !== undefined) limited.stackTraceLimit = before
  return stack
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
  /CallSites|packages\/core\/|@playhead[/_]core|packages\/react\/|@playhead[/_]react|\b(?:dispatchOne|dispatchAll|accepted|append|stackHere)\b/
