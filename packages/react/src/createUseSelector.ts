import { useCallback, useSyncExternalStore } from 'react'
import type { UseSelector } from './Hooks.ts'
import type { Scene } from './Scene.ts'

/**
 * `useSelector` over React's own way to read from outside, so a commit never mixes two
 * states. The store's memory of selectors keeps the value the same object until it changes, and
 * the store calls only those whose value has changed: a dispatch costs nothing for the others.
 */
export function createUseSelector(useScene: () => Scene): UseSelector {
  return (selector) => {
    const { view, watch, hydrated } = useScene()
    const subscribe = useCallback((changed: () => void) => watch(selector, changed), [watch, selector])
    const read = useCallback(() => view.get(selector), [view, selector])
    return useSyncExternalStore(subscribe, read, () => hydrated.view().get(selector))
  }
}
