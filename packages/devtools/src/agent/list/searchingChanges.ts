import type { Blame, Store } from '@playhead/core'
import type { ChangeSearch } from '@playhead/core/inspect'
import { isNotLoaded } from '../values/rootOf.ts'

/**
 * What a search for changes finds, step by step; a promise where records must be brought from the
 * disk before it goes on.
 */
export function* searchingChanges(
  store: Store,
  search: ChangeSearch,
): Generator<readonly Blame[] | Promise<void>, void, void> {
  for (let steps = search.steps(); ; ) {
    try {
      const step = steps.next()
      if (step.done) return
      yield step.value.found
    } catch (thrown) {
      if (!isNotLoaded(thrown)) throw thrown
      yield store.load(search.next)
      steps = search.steps()
    }
  }
}
