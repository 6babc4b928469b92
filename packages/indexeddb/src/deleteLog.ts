import { deleteDB } from 'idb'
import { databaseName } from './database.ts'
import { blocked, stillOpen, unavailable } from './errors.ts'
import { holdLock } from './holdLock.ts'
import { isOpenHere } from './sharedLogs.ts'
import { UnloadJournal } from './UnloadJournal.ts'

/**
 * Deletes a log with everything in it. There is no way back. Nothing happens where there is none.
 *
 * @throws PlayheadError `indexeddb/still-open` when a store of this page has it open
 * @throws PlayheadError `indexeddb/open-elsewhere` when another tab has
 * @throws PlayheadError `indexeddb/blocked`, `indexeddb/unavailable`
 */
export async function deleteLog(name: string): Promise<void> {
  if (isOpenHere(name)) throw stillOpen(name)
  if (typeof indexedDB === 'undefined') throw unavailable(name, 'there is no IndexedDB here')
  const lock = await holdLock(name)
  try {
    await new Promise<void>((resolve, reject) => {
      const blockedNow = () => reject(blocked(name, 'deleted'))
      deleteDB(databaseName(name), { blocked: blockedNow }).then(resolve, (thrown: unknown) =>
        reject(unavailable(name, thrown)),
      )
    })
    new UnloadJournal(name).clear()
  } finally {
    await lock.release()
  }
}
