/** Where the log ended when somebody looked at it last. */
export interface LastVisit {
  readonly head: number
  /** Milliseconds since 1970. */
  readonly at: number
}

const key = 'playhead-bank/last-visit'

/** When this browser showed the bank before this page was opened; undefined the first time. A matter of looking: it is in no log. */
export const lastVisit: LastVisit | undefined = read()

/** Keeps where the log ends now, for the next time. Where the browser keeps nothing, nothing is. */
export function rememberVisit(visit: LastVisit): void {
  try {
    localStorage.setItem(key, JSON.stringify(visit))
  } catch {
    // The next visit is then a first one.
  }
}

function read(): LastVisit | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof stored !== 'object' || stored === null || !('head' in stored) || !('at' in stored)) return undefined
    const { head, at } = stored
    return Number.isSafeInteger(head) && Number.isSafeInteger(at)
      ? { head: head as number, at: at as number }
      : undefined
  } catch {
    return undefined
  }
}
