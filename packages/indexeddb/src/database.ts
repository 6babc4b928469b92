import type { PlacedRecord, StoredCheckpoint } from '@playhead/core'
import type { DBSchema, IDBPDatabase } from 'idb'
import { openDB } from 'idb'
import { blocked, closedByBrowser, newerVersion, unavailable } from './errors.ts'

/** What a log's database holds. */
export interface LogSchema extends DBSchema {
  /** One row a flush: the offset of its first record, and its records. */
  rows: { key: number; value: readonly PlacedRecord[] }
  /** What is true of the whole log: that its seed was planted. */
  meta: { key: 'seeded'; value: true }
  /** Folded states beside the records, by offset and build. */
  checkpoints: { key: [offset: number, build: string]; value: CheckpointRow }
  /** What checkpoints are made of, by the hash of the bytes: those that they have in common are stored once. */
  blocks: { key: string; value: Uint8Array }
}

/** A checkpoint as it is stored. */
export type CheckpointRow = Pick<StoredCheckpoint, 'bytes' | 'hash' | 'blocks'>

export type LogDatabase = IDBPDatabase<LogSchema>

/** Raised when the stores change; `upgrade` then brings each older form up to date. */
const SCHEMA_VERSION = 2

export const databaseName = (log: string): string => `playhead/${log}`

interface OpenOptions {
  /** Whether a database that is not there may be made. One that vanished must not be: its log would have a hole. */
  readonly mayCreate: boolean
  /** Another tab asks for the database, to delete or upgrade it. It has been closed. */
  readonly asked: () => void
}

/**
 * Opens a connection.
 *
 * @throws PlayheadError `indexeddb/unavailable`, `indexeddb/newer-version`, `indexeddb/blocked`, `indexeddb/closed`
 */
export async function openDatabase(name: string, { mayCreate, asked }: OpenOptions): Promise<LogDatabase> {
  if (typeof indexedDB === 'undefined') throw unavailable(name, 'there is no IndexedDB here')
  const blocking = Promise.withResolvers<never>()
  let vanished = false
  const open = () =>
    openDB<LogSchema>(databaseName(name), SCHEMA_VERSION, {
      upgrade(database, from, _to, transaction) {
        if (mayCreate || from > 0) {
          if (from < 1) {
            database.createObjectStore('rows')
            database.createObjectStore('meta')
          }
          database.createObjectStore('checkpoints')
          database.createObjectStore('blocks')
        } else {
          vanished = true
          transaction.done.catch(() => {})
          transaction.abort()
        }
      },
      blocked: () => blocking.reject(blocked(name, 'open')),
      blocking(_from, _to, event) {
        // At once: until this connection is closed, the other tab cannot go on.
        ;(event.target as IDBDatabase).close()
        asked()
      },
    })
  let opening: Promise<LogDatabase> | undefined
  try {
    opening = open()
    return await Promise.race([opening, blocking.promise])
  } catch (thrown) {
    // Where it was blocked it may still open later, and must not then be in anybody's way.
    opening?.then(
      (database) => database.close(),
      () => {},
    )
    if (vanished) throw closedByBrowser(name, 'its data was cleared')
    throw openError(name, thrown)
  }
}

function openError(name: string, thrown: unknown): unknown {
  if (!(thrown instanceof DOMException)) return thrown
  return thrown.name === 'VersionError' ? newerVersion(name, thrown) : unavailable(name, thrown)
}
