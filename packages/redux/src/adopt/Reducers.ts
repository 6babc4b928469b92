import type { Action, Reducer } from 'redux'
import type { KeptParts, Mark, Marked } from '../keep/KeptParts.ts'
import { MARK } from '../keep/KeptParts.ts'
import { freezeState } from './freezeState.ts'
import { mutatingReducer } from './mutatingReducer.ts'

/**
 * The reducers that a store has had, oldest first. A record says by which of them it is folded, so a replay does
 * what was done, whatever was replaced since.
 */
export class Reducers {
  #all: readonly Reducer[]
  readonly #kept: KeptParts
  readonly #initial: unknown

  constructor(reducer: Reducer, preloadedState: unknown, kept: KeptParts) {
    this.#all = [reducer]
    this.#kept = kept
    this.#initial = freezeState(reducer(preloadedState, { type: '@@redux/INIT.playhead' }))
  }

  /** The reducer to come, from the next record on. */
  add(reducer: Reducer): void {
    this.#all = [...this.#all, reducer]
  }

  /** The only reducer, of what came before as well. */
  replace(reducer: Reducer): void {
    this.#all = [reducer]
  }

  /** What the next record says of its fold. */
  mark(): Mark | undefined {
    const newest = this.#all.length - 1
    return newest === 0 ? undefined : { reducer: newest }
  }

  /** Folds a record as it was folded when it came. */
  readonly fold = (state: unknown, action: Action & Marked): unknown => {
    if (state === undefined) return this.#initial
    const mark = action[MARK]
    const reducer = this.#all[mark?.reducer ?? 0] ?? (this.#all.at(-1) as Reducer)
    const original = mark === undefined ? action : this.#kept.original(action)
    try {
      return freezeState(reducer(state, original))
    } catch (thrown) {
      throw mutatingReducer(thrown, original) ?? thrown
    }
  }
}
