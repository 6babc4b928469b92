import type { PlayheadError } from '../error/PlayheadError.ts'
import type { IdleUpkeep, IdleUpkeepOptions } from '../fold/IdleUpkeep.ts'
import { loadPacking } from '../log/packing.ts'
import { loadPart } from '../work/loadPart.ts'

/** What makes the upkeep of a log. */
export type OpenUpkeep = (options: IdleUpkeepOptions) => IdleUpkeep

/**
 * Looks after the log of a store in idle moments. What does it is loaded in the first of them in
 * which there is something to do: nothing of it is needed for a state to be right, so nobody waits
 * for it. Where it cannot be loaded, memory grows and steps back fold.
 */
export class Upkeep {
  readonly #options: IdleUpkeepOptions
  readonly #load: () => Promise<OpenUpkeep>
  #upkeep: IdleUpkeep | undefined
  #loading = false
  #cancel: (() => void) | undefined
  #told = false
  #closed = false

  constructor(options: IdleUpkeepOptions, load = loadUpkeep) {
    this.#options = options
    this.#load = load
    this.follow()
  }

  /** The log may be another one now. */
  follow(): void {
    if (this.#closed) return
    if (loaded) this.#upkeep ??= loaded(this.#options)
    if (this.#upkeep) {
      this.#upkeep.follow()
      return
    }
    const log = this.#options.log()
    log.onDuty = () => this.#askForIt()
    if (log.checkpoints.length > 0) this.#askForIt()
  }

  close(): void {
    this.#closed = true
    this.#cancel?.()
    this.#upkeep?.close()
    this.#options.log().onDuty = undefined
  }

  #askForIt(): void {
    if (this.#loading || this.#closed) return
    this.#loading = true
    this.#cancel = this.#options.slicing.turns.whenIdle(() => {
      loadPart('looks after the log in idle moments', this.#load).then(
        (open) => this.#begin(open),
        (thrown) => this.#failed(thrown),
      )
    })
  }

  #begin(open: OpenUpkeep): void {
    if (this.#closed) return
    this.#upkeep ??= open(this.#options)
    this.#upkeep.wake()
  }

  /** It is asked for again when there is more to do. */
  #failed(thrown: PlayheadError): void {
    this.#loading = false
    if (this.#told || this.#closed) return
    this.#told = true
    this.#options.report(thrown)
  }
}

let loaded: OpenUpkeep | undefined

/** From then on stores begin with it at once. */
export const provideUpkeep = (open: OpenUpkeep): OpenUpkeep => {
  loaded ??= open
  return loaded
}

export async function loadUpkeep(): Promise<OpenUpkeep> {
  const [{ IdleUpkeep }] = await Promise.all([import('../fold/IdleUpkeep.ts'), loadPacking()])
  return provideUpkeep((options) => new IdleUpkeep(options))
}
