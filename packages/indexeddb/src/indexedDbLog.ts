import type { EventLog, LogReader, LogRecord } from '@playhead/core'
import type { IndexedDbLogOptions } from './IndexedDbLogOptions.ts'
import type { SharedLog } from './SharedLog.ts'
import { acquireLog } from './sharedLogs.ts'

/**
 * An event log in the browser's IndexedDB: what was dispatched is there after a reload.
 *
 * A record gets its offset when its transaction has completed, and is pending until then.
 * Everything dispatched in one task goes into one transaction, which begins when the task ends;
 * a page that is hidden or left writes at once what is still waiting, and what the browser then
 * does not complete is stored by the page that opens the log next.
 *
 * Opened twice in one page under one name, both share one connection, and each is told what
 * the other appends. `seed` and `durability` are those of the first. One tab at a time: a
 * second one is refused.
 *
 * `open` rejects with a PlayheadError: `indexeddb/unavailable`, `indexeddb/open-elsewhere`,
 * `indexeddb/blocked`, `indexeddb/newer-version`, `indexeddb/damaged`, `indexeddb/bad-seed`.
 * The reader is told of `indexeddb/write-failed` and `indexeddb/closed`; what could not be
 * stored stays pending and is tried again with the next append or flush.
 *
 * @see SPEC.md for the rules
 */
export function indexedDbLog(name: string, options: IndexedDbLogOptions = {}): EventLog {
  const readers: LogReader[] = []
  let early: LogRecord[] = []
  let opening: Promise<SharedLog> | undefined
  let shared: SharedLog | undefined
  let users = 0

  return {
    name,
    durable: true,
    async open(reader) {
      opening = acquireLog(name, options)
      const log = await opening
      users++
      const records = await log.join(reader)
      shared = log
      readers.push(reader)
      log.append(early)
      early = []
      return records
    },
    append(records) {
      if (shared) shared.append(records)
      else for (const record of records) early.push(record)
    },
    async read(from, to) {
      const log = await opening
      return (await log?.read({ from, to })) ?? []
    },
    async flush() {
      const log = await opening
      await log?.flush()
    },
    async close() {
      const log = await opening?.catch(() => undefined)
      // An object that two stores were given is closed by the second of them.
      if (!log || --users > 0) return log?.flush()
      opening = undefined
      shared = undefined
      await log.leave(readers.splice(0))
    },
  }
}
