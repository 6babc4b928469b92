import type { AgentTime } from '../work/AgentTime.ts'

/** What the newest seeks took. */
export class SeekTimes {
  readonly #time: AgentTime
  readonly #newest: number[] = []

  constructor(time: AgentTime) {
    this.#time = time
  }

  /** Measures what `seek` does before it returns: the state has moved then, where the records are in memory. */
  measure<T>(seek: () => T): T {
    const began = this.#time.now()
    const result = seek()
    this.#newest.push(this.#time.now() - began)
    if (this.#newest.length > KEPT_MAX) this.#newest.shift()
    return result
  }

  get summary(): { readonly median: number; readonly worst: number } | undefined {
    if (this.#newest.length === 0) return undefined
    const sorted = this.#newest.toSorted((a, b) => a - b)
    return { median: sorted[Math.floor(sorted.length / 2)] as number, worst: sorted.at(-1) as number }
  }
}

const KEPT_MAX = 200
