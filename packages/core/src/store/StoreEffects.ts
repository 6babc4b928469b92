import type { AnyEffect } from '../effect/Effect.ts'
import { EFFECT_HOST } from '../effect/Effect.ts'
import type { EffectHost } from '../effect/EffectHost.ts'
import type { EffectServices } from '../effect/EffectServices.ts'
import { RunJournal } from '../effect/RunJournal.ts'
import type { LogRecord } from '../log/LogRecord.ts'

/**
 * The effects of a store. What runs them comes with the first of them: a program that has no effects
 * does not load it.
 */
export class StoreEffects {
  readonly journal = new RunJournal()
  readonly #services: () => EffectServices
  #host: EffectHost | undefined
  #isStarted = false
  #canResume = false

  constructor(services: () => EffectServices) {
    this.#services = services
  }

  /** The effects there are, for a branch that is to have the same. */
  get all(): readonly AnyEffect[] {
    return this.#host?.effects ?? []
  }

  /**
   * Takes an effect. Gives the way to remove it, which stops its runs.
   *
   * @throws PlayheadError `store/duplicate-effect`
   */
  add(effect: AnyEffect): () => void {
    this.#host ??= this.#begin(effect)
    return this.#host.add(effect)
  }

  /** Hands over a live record, which reducers and readers have seen. */
  take(record: LogRecord): void {
    this.#host?.take(record)
  }

  listensTo(type: string): boolean {
    return this.#host?.listensTo(type) ?? false
  }

  /** The store is there: begins effects in free form. */
  start(): void {
    this.#isStarted = true
    this.#host?.start()
  }

  /** The log was opened: starts again what was asked before and not answered. */
  resume(): void {
    this.#canResume = true
    this.#host?.resume()
  }

  /** How the newest records of effects cause each other. */
  cycle(): string {
    return this.#host?.cycle() ?? ''
  }

  close(): void {
    this.#host?.close()
    this.journal.close()
  }

  #begin(effect: AnyEffect): EffectHost {
    const host = effect[EFFECT_HOST](this.#services(), this.journal)
    if (this.#isStarted) host.start()
    if (this.#canResume) host.resume()
    return host
  }
}
