import type { AgentConnection } from '../../../protocol/connectPanel.ts'

/** So many are kept; then all are asked for anew. */
const TIMES_MAX = 4096

/** Recorded times of places. A record never changes, so each is asked for once, those of a frame together. */
export class RecordedTimes {
  readonly #agent: AgentConnection
  readonly #came: () => void
  readonly #known = new Map<string, number | undefined>()
  readonly #missing = new Map<string, Set<number>>()

  constructor(agent: AgentConnection, came: () => void) {
    this.#agent = agent
    this.#came = came
  }

  /** The time of the record at a place, `undefined` while it is on its way. */
  at(store: string, place: number): number | undefined {
    const name = `${store}/${place}`
    if (this.#known.has(name)) return this.#known.get(name)
    if (this.#missing.size === 0) queueMicrotask(() => this.#ask())
    const places = this.#missing.get(store) ?? new Set()
    this.#missing.set(store, places.add(place))
    return undefined
  }

  #ask(): void {
    const missing = [...this.#missing]
    this.#missing.clear()
    if (this.#known.size > TIMES_MAX) this.#known.clear()
    for (const [store, asked] of missing) {
      const places = [...asked]
      // Until it answers, and where it refuses: known not to be known, so that no frame asks again.
      for (const place of places) this.#known.set(`${store}/${place}`, undefined)
      this.#agent.call('timesAt', { store, places }).then(
        (times) => {
          for (const [at, place] of places.entries()) this.#known.set(`${store}/${place}`, times[at])
          this.#came()
        },
        () => undefined,
      )
    }
  }
}
