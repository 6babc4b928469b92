/** Waits until something is so, looking once a frame. */
export async function until(isSo: () => boolean, timeoutMs = 60_000): Promise<void> {
  const end = performance.now() + timeoutMs
  for (;;) {
    if (isSoNow(isSo)) return nextFrame()
    if (performance.now() > end) throw new Error(`Nothing came within ${timeoutMs / 1_000} s.`)
    await nextFrame()
  }
}

/** What is looked for may not be there at all yet. */
function isSoNow(isSo: () => boolean): boolean {
  try {
    return isSo()
  } catch {
    return false
  }
}

const nextFrame = () => new Promise<void>((drawn) => requestAnimationFrame(() => drawn()))
