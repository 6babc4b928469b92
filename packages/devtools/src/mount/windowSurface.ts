import type { Surface } from './Surface.ts'

/**
 * A panel in a window of its own, which leaves with the page. `undefined` where the browser refuses one: it opens them
 * for a press or a key only.
 */
export function windowSurface(onClosed: () => void): Surface | undefined {
  const own = window.open('', 'playhead-devtools', 'popup,width=1180,height=760')
  if (!own) return undefined
  // A blank window has no doctype, and would be laid out as in 1998. It may also be one that an earlier page left.
  own.document.open()
  own.document.write('<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body></body></html>')
  own.document.close()
  // No event tells that a window was closed by its own button, for certain.
  const watch = setInterval(() => {
    if (!own.closed) return
    clearInterval(watch)
    onClosed()
  }, WATCH_MS)
  const remove = () => {
    clearInterval(watch)
    own.close()
  }
  return {
    target: Promise.resolve(own),
    isThere: () => !own.closed,
    focus: () => own.focus(),
    place() {},
    fail: remove,
    remove,
  }
}

const WATCH_MS = 300
