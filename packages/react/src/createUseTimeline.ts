import type { Place } from '@playhead/core'
import { useMemo, useSyncExternalStore } from 'react'
import type { UseTimeline } from './Hooks.ts'
import type { Scene } from './Scene.ts'
import { onServer } from './Scene.ts'

/** The playhead of the store, with `seek`, `step` and `live`. */
export function createUseTimeline(useScene: () => Scene): UseTimeline {
  return () => {
    const { store, hydrated } = useScene()
    const { timeline } = store
    const now = () => timeline.playhead
    const playhead = useSyncExternalStore(store.subscribe, now, () => (onServer() ? now() : hydrated.playhead))
    const moves = useMemo(
      () => ({
        seek: (place: Place) => timeline.seek(place),
        step: (records: number) => timeline.step(records),
        live: () => timeline.live(),
      }),
      [timeline],
    )
    return useMemo(() => ({ ...playhead, ...moves }), [playhead, moves])
  }
}
