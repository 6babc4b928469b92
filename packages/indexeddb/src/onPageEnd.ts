/**
 * Calls `listener` when the page may be about to end: it was hidden, or is being left. A hidden
 * page can be killed without another word, so `visibilitychange` is the last sure moment on a
 * phone; `pagehide` is the last one of a reload.
 *
 * Does nothing where there is no page, as in a worker. Returns the way to stop.
 */
export function onPageEnd(listener: () => void): () => void {
  if (typeof document === 'undefined') return () => {}
  const whenHidden = () => {
    if (document.visibilityState === 'hidden') listener()
  }
  document.addEventListener('visibilitychange', whenHidden)
  window.addEventListener('pagehide', listener)
  return () => {
    document.removeEventListener('visibilitychange', whenHidden)
    window.removeEventListener('pagehide', listener)
  }
}
