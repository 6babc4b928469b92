import type { IndexedDbLogOptions } from './IndexedDbLogOptions.ts'
import { SharedLog } from './SharedLog.ts'

/** The logs that this page has open, by name. */
const logs = new Map<string, SharedLog>()

/**
 * The log of this name, opened if it is not. Counts one user more, for whom `leave` must be called.
 *
 * Opening the same log again in one page must work: React's StrictMode mounts everything twice,
 * and hot replacement makes new stores beside old ones.
 */
export async function acquireLog(name: string, options: IndexedDbLogOptions): Promise<SharedLog> {
  let log = logs.get(name)
  while (log?.closed) {
    // It is storing what is left, and holds the database until then.
    await log.closed.catch(() => {})
    log = logs.get(name)
  }
  if (!log) {
    log = new SharedLog(name, options, () => logs.delete(name))
    logs.set(name, log)
  }
  await log.enter()
  return log
}

export const isOpenHere = (name: string): boolean => logs.has(name)
