import type { Playhead } from '@playhead/core'
import { useMemo, useSyncExternalStore } from 'react'
import type { TimelineHandle, UseTimeline } from './Hooks.ts'
import type { Scene } from './Scene.ts'
import { onServer } from './Scene.ts'

/** The playhead of the store, with the means to move it. */
export function createUseTimeline(useScene: () => Scene): UseTimeline {
  return () => {
    const { store, hydrated } = useScene()
    const { timeline } = store
    const now = () => timeline.playhead
    const playhead = useSyncExternalStore(store.subscribe, now, () => (onServer() ? now() : hydrated.playhead))
    const moves = useMemo(
      (): Omit<TimelineHandle, keyof Playhead> => ({
        seek: (place) => timeline.seek(place),
        step: (records) => timeline.step(records),
        live: () => timeline.live(),
        play: (options) => timeline.play(options),
        pause: () => timeline.pause(),
        loop: (range, options) => timeline.loop(range, options),
        runUntil: (stop, options) => timeline.runUntil(stop, options),
      }),
      [timeline],
    )
    return useMemo(() => ({ ...playhead, ...moves }), [playhead, moves])
  }
}
