import type { Store } from '@playhead/core'
import { createStoreContext } from './createStoreContext.ts'
import { createUseActions } from './createUseActions.ts'
import { createUseSelector } from './createUseSelector.ts'
import { createUseTimeline } from './createUseTimeline.ts'
import { createUseUndo } from './createUseUndo.ts'
import type { Hooks } from './Hooks.ts'
import { useStream } from './useStream.ts'

/**
 * Makes the hooks of a store. They read at the playhead, so time travel needs nothing from
 * components, and every component of one render sees the same place.
 *
 * Without a `StoreProvider` above they use `store`. Leave it out for hooks that always need a
 * provider: features can then use the hooks without importing the store that imports the features.
 */
export function createHooks(store?: Store): Hooks {
  const { StoreProvider, useScene } = createStoreContext(store)
  return {
    StoreProvider,
    useSelector: createUseSelector(useScene),
    useActions: createUseActions(useScene),
    useDispatch: () => useScene().store.dispatch,
    useTimeline: createUseTimeline(useScene),
    useUndo: createUseUndo(useScene),
    useStream,
  }
}
