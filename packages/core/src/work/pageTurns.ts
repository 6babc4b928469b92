import type { Turns } from './Turns.ts'

/**
 * What there may be of the platform: a page, a worker, Node. Looked up at each call, because some
 * are replaced by those who test.
 */
interface Platform {
  readonly scheduler?: { yield?(): Promise<void> }
  readonly setImmediate?: (work: () => void) => unknown
  readonly MessageChannel?: new () => { readonly port1: MessagePort; readonly port2: MessagePort }
  readonly requestIdleCallback?: (work: () => void, options: { timeout: number }) => number
  readonly cancelIdleCallback?: (handle: number) => void
}

interface MessagePort {
  onmessage: (() => void) | null
  postMessage(message: undefined): void
  close(): void
}

declare function setTimeout(work: () => void, ms?: number): number | { unref?(): void }
declare function clearTimeout(handle: number | object): void

const platform = globalThis as Platform

/**
 * Turns of a page, a worker or a Node process. `setTimeout` is the last choice for the next turn:
 * browsers make it wait for 4 ms when it is called again and again.
 */
export const pageTurns: Turns = {
  next() {
    const { scheduler, setImmediate, MessageChannel } = platform
    if (typeof scheduler?.yield === 'function') return scheduler.yield()
    return new Promise((resolve) => {
      if (typeof setImmediate === 'function') setImmediate(resolve)
      else if (typeof MessageChannel === 'function') {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          port1.close()
          resolve()
        }
        port2.postMessage(undefined)
      } else setTimeout(resolve)
    })
  },

  whenIdle(work) {
    if (typeof platform.requestIdleCallback === 'function') {
      const handle = platform.requestIdleCallback(work, { timeout: IDLE_WITHIN_MS })
      return () => platform.cancelIdleCallback?.(handle)
    }
    const handle = setTimeout(work, IDLE_AFTER_MS)
    // What is done in idle moments is no reason for a Node process to go on.
    if (typeof handle === 'object') handle.unref?.()
    return () => clearTimeout(handle)
  },
}

/** A page that is never idle gets some of its turns nevertheless. */
const IDLE_WITHIN_MS = 1_000
/** Where nobody tells when it is idle, as in Safari and Node: after a short rest. */
const IDLE_AFTER_MS = 50
