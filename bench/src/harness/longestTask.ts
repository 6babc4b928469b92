/** Watches how long the process is kept from anything else: the longest time between two turns. */
export function watchTurns(): { stop(): number } {
  let last = performance.now()
  let longest = 0
  let isOn = true
  const turn = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (isOn) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    stop() {
      isOn = false
      return Math.max(longest, performance.now() - last)
    },
  }
}

/** Milliseconds that some work takes, and the longest time in one piece. */
export async function timeInTurns(work: () => Promise<unknown>): Promise<{ ms: number; longestMs: number }> {
  // A turn of its own and no garbage, so that what came before does not count.
  globalThis.gc?.()
  await new Promise((resolve) => setImmediate(resolve))
  const turns = watchTurns()
  const start = performance.now()
  await work()
  const ms = performance.now() - start
  return { ms, longestMs: turns.stop() }
}
