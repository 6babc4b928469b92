import type { SchedulerLike } from '../rx.ts'
import type { Selector } from '../selector/Selector.ts'

/** What an effect is given beside its dependencies. These names cannot be dependencies. */
export interface EffectContext {
  /** Reads the live state, also while the playhead is parked elsewhere. */
  readonly get: <T>(selector: Selector<T>) => T
  /**
   * Aborted when the run is cancelled, superseded, or its store closed. It is made when it is
   * first read, because making one costs microseconds.
   */
  readonly signal: AbortSignal
  /** The store's scheduler. `timer(300, scheduler)` and the like follow the virtual time of a test. */
  readonly scheduler: SchedulerLike
}

/** What effects get from outside, by name: any object without the names of {@link EffectContext}. */
export type Dependencies = object & { readonly [K in keyof EffectContext]?: never }

/**
 * Says what an effect needs: `run: (record, { api, signal }: Needs<{ api: Api }>) => …`. The
 * store that takes the effect must then be given `deps: { api }`.
 */
export type Needs<Deps extends Dependencies = object> = EffectContext & Deps

/** Makes the context of one run. */
export type ContextFactory = (run: { readonly signal: AbortSignal }) => EffectContext

/**
 * Contexts that inherit from the dependencies, so that none is copied for each run:
 *
 * ```
 *   context { signal } ──► { get, scheduler } ──► deps
 * ```
 */
export function contextFactory(deps: object, shared: Omit<EffectContext, 'signal'>): ContextFactory {
  class RunContext {
    readonly #run: { readonly signal: AbortSignal }

    constructor(run: { readonly signal: AbortSignal }) {
      this.#run = run
    }

    get signal(): AbortSignal {
      return this.#run.signal
    }
  }
  Object.setPrototypeOf(
    RunContext.prototype,
    Object.create(deps, { get: { value: shared.get }, scheduler: { value: shared.scheduler } }),
  )
  return (run) => new RunContext(run) as unknown as EffectContext
}
