import type { EventLog, LogReader, LogRecord } from '@playhead/core'
import { logCheckpoints } from '@playhead/core'
import { listCheckpoints, readBlocks, readCheckpoint, writeCheckpoint } from './checkpointRows.ts'
import type { LogDatabase } from './database.ts'
import { closedByBrowser } from './errors.ts'
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

  async function open(reader: LogReader, from?: (head: number) => number | Promise<number>) {
    opening = acquireLog(name, options)
    const log = await opening
    users++
    const records = await log.join(reader, from).catch(async (thrown: unknown) => {
      // It was opened, and what it holds cannot be read: nothing of it stays held.
      users--
      await log.leave([]).catch(() => {})
      throw thrown
    })
    shared = log
    readers.push(reader)
    log.append(early)
    early = []
    return records
  }

  async function read(from: number, to: number) {
    const log = await opening
    return (await log?.read({ from, to })) ?? []
  }

  async function withDatabase<T>(use: (database: LogDatabase) => Promise<T>): Promise<T> {
    const log = await opening
    if (!log) throw closedByBrowser(name, 'it was closed by this page')
    return log.withDatabase(use)
  }

  return {
    name,
    durable: true,
    open: (reader) => open(reader),
    checkpoints: logCheckpoints(
      {
        list: () => withDatabase(listCheckpoints),
        read: (entry) => withDatabase((database) => readCheckpoint(database, entry)),
        blocks: (names) => withDatabase((database) => readBlocks(database, names)),
        write: (...written) => withDatabase((database) => writeCheckpoint(database, ...written)),
      },
      { openFrom: async (reader, from) => ({ records: await open(reader, from) }), read },
    ),
    append(records) {
      if (shared) shared.append(records)
      else for (const record of records) early.push(record)
    },
    read,
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
