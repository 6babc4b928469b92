import type { CallHandlers } from '../../protocol/serveAgent.ts'
import type { Answering } from './Answering.ts'

type PlayheadCalls = Pick<CallHandlers, 'seek' | 'step' | 'live' | 'play' | 'pause'>

/** Moves of a playhead. */
export const playheadCalls = ({ stores }: Answering): PlayheadCalls => ({
  async seek({ store: id, to }) {
    const { store, seekTimes } = stores.get(id)
    await seekTimes.measure(() => store.timeline.seek(to))
    return undefined
  },
  async step({ store, by }) {
    await stores.get(store).store.timeline.step(by)
    return undefined
  },
  live({ store }) {
    stores.get(store).store.timeline.live()
    return undefined
  },
  play({ store, speed, maxIdleMs, loop }) {
    const { timeline } = stores.get(store).store
    if (loop) timeline.loop(loop, { speed, maxIdleMs })
    else timeline.play({ speed, maxIdleMs })
    return undefined
  },
  pause({ store }) {
    stores.get(store).store.timeline.pause()
    return undefined
  },
})
