import type { AgentTime } from './AgentTime.ts'

/** The page's own time. A message is a turn: browsers make a `setTimeout` that is called again and again wait for 4 ms. */
export const pageTime: AgentTime = {
  now: () => performance.now(),
  turn() {
    const { scheduler } = globalThis as { readonly scheduler?: { yield?(): Promise<void> } }
    if (typeof scheduler?.yield === 'function') return scheduler.yield()
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        resolve()
      }
      port2.postMessage(undefined)
    })
  },
  after(ms, work) {
    const handle = setTimeout(work, ms)
    return () => clearTimeout(handle)
  },
}
