import { openElsewhere, unavailable } from './errors.ts'

/** A tab's hold on a log. */
export interface LogLock {
  /** Whether the browser keeps other tabs out. Without Web Locks, as on a page without https, nobody does. */
  readonly exclusive: boolean
  /** Resolves when the next one may take it. */
  release(): Promise<void>
}

/**
 * Keeps other tabs out of a log for as long as this page lives. Waits a moment for a page that
 * is just ending: a reload asks before the page of before is quite gone.
 *
 * @throws PlayheadError `indexeddb/open-elsewhere`, `indexeddb/unavailable`
 */
export function holdLock(log: string): Promise<LogLock> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (!locks) return Promise.resolve({ exclusive: false, release: async () => {} })
  const { promise, resolve, reject } = Promise.withResolvers<LogLock>()
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(openElsewhere(log)), LOCK_WAIT_MS)
  const hold = () => {
    clearTimeout(timer)
    const held = Promise.withResolvers<void>()
    resolve({
      exclusive: true,
      release: async () => {
        held.resolve()
        await ended
      },
    })
    return held.promise
  }
  const ended: Promise<void> = locks
    .request(`playhead/log/${log}`, { signal: waiting.signal }, hold)
    .catch((thrown: unknown) => reject(thrown instanceof DOMException ? unavailable(log, thrown) : thrown))
  return promise
}

const LOCK_WAIT_MS = 1_000
