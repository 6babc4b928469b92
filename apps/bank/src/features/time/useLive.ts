import type { Selector } from '@playhead/core'
import { useCallback, useSyncExternalStore } from 'react'
import { useTimeView } from './TimeViewContext.tsx'

/**
 * The selector's value by all that is recorded, wherever the playhead stands: for axes, which must not jump while
 * somebody moves along them.
 */
export function useLive<T>(selector: Selector<T>): T {
  const { store } = useTimeView()
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store])
  return useSyncExternalStore(subscribe, () => store.live.get(selector))
}
