/**
 * Does one thing at a time, and next what was asked for last: what came between is never done.
 * For a playhead that is dragged faster than an app can follow.
 */
export function createCoalesced<Given>(
  run: (given: Given) => Promise<unknown>,
  settled: () => void = () => undefined,
): (given: Given) => void {
  let running = false
  let next: { readonly given: Given } | undefined

  async function work(): Promise<void> {
    running = true
    while (next) {
      const { given } = next
      next = undefined
      await run(given).catch(() => undefined)
    }
    running = false
    settled()
  }

  return (given) => {
    next = { given }
    if (!running) void work()
  }
}
