import type { Dispatchable, Store } from '@playhead/core'
import { PlayheadError } from '@playhead/core'
import type { Action } from 'redux'
import { storableParts } from './storableParts.ts'

/** Where an action says what its fold has to know. */
export const MARK = '@@playhead'

export interface Mark {
  /** Number of the reducer that folds it. Default 0, the first. */
  readonly reducer?: number
  /** Where the action itself is kept, which could not be stored whole. */
  readonly kept?: string
  /** Paths of what was left out of the record. */
  readonly left?: readonly string[]
}

export interface Marked {
  readonly [MARK]?: Mark
}

/**
 * Actions that cannot be stored whole: a record has what can be, with placeholders, and the action itself is kept
 * in memory as long as its store. Reducers are given the action; a session file has the record.
 */
export class KeptParts {
  readonly #actions = new Map<string, Action>()
  /** Those of another page, or of another store, must not be taken for ours. */
  readonly #own = Math.random().toString(36).slice(2, 10)

  /** Dispatches an action, and where it cannot be stored, what can be. */
  dispatch(store: Store, action: Action, mark: Mark | undefined): void {
    const { timeline } = store
    const { head } = timeline.playhead
    try {
      store.dispatch(mark === undefined ? (action as Dispatchable) : { ...action, [MARK]: mark })
    } catch (thrown) {
      // Appended: its reducer threw. Refused for another reason: that stays a refusal.
      if (timeline.playhead.head !== head) throw thrown
      if (thrown instanceof PlayheadError && thrown.code !== 'dispatch/not-storable') throw thrown
      store.dispatch(this.#keep(action, mark))
    }
  }

  #keep(action: Action, mark: Mark | undefined): Dispatchable {
    const kept = `${this.#own}.${this.#actions.size}`
    this.#actions.set(kept, action)
    const { stored, left } = storableParts(action)
    return Object.assign(stored as Action, { [MARK]: { ...mark, kept, left } })
  }

  /** The action as it was dispatched; without what was left out where it came from elsewhere. */
  original(action: Action & Marked): Action {
    const { [MARK]: mark, ...stored } = action
    return (mark?.kept === undefined ? undefined : this.#actions.get(mark.kept)) ?? stored
  }
}
