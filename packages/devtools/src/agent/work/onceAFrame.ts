import type { AgentTime } from './AgentTime.ts'

/** Work that is asked for often and done once a frame. */
export interface Frames {
  readonly ask: () => void
  readonly stop: () => void
}

/** Does `work` within a frame of being asked, once for as many times as it was. */
export function onceAFrame(time: AgentTime, work: () => void): Frames {
  let cancel: (() => void) | undefined
  return {
    ask() {
      cancel ??= time.after(FRAME_MS, () => {
        cancel = undefined
        work()
      })
    },
    stop() {
      cancel?.()
      cancel = undefined
    },
  }
}

const FRAME_MS = 16
