import { useCallback, useSyncExternalStore } from 'react'
import type { Scene } from './createStoreContext.ts'
import type { UseSelector } from './Hooks.ts'

/**
 * `useSelector` over React's own way to read from outside, so a commit never mixes two
 * states. The store's memory of selectors keeps the value the same object until it changes.
 */
export function createUseSelector(useScene: () => Scene): UseSelector {
  return (selector) => {
    const { store, view } = useScene()
    const read = useCallback(() => view.get(selector), [view, selector])
    return useSyncExternalStore(store.subscribe, read, read)
  }
}
