import { useMemo, useSyncExternalStore } from 'react'
import type { Scene } from './createStoreContext.ts'
import type { UseTimeline } from './Hooks.ts'

/** The playhead of the store, with `seek`, `step` and `live`. */
export function createUseTimeline(useScene: () => Scene): UseTimeline {
  return () => {
    const { store } = useScene()
    const { timeline } = store
    const playhead = useSyncExternalStore(
      store.subscribe,
      () => timeline.playhead,
      () => timeline.playhead,
    )
    const { seek, step, live } = timeline
    return useMemo(() => ({ ...playhead, seek, step, live }), [playhead, seek, step, live])
  }
}
