import type { DBSchema } from 'idb'
import { deleteDB, openDB } from 'idb'
import type { Inbox } from './Inbox.ts'

interface InboxSchema extends DBSchema {
  files: { key: string; value: { readonly name: string; readonly type: string; readonly bytes: ArrayBuffer } }
}

/** Files in IndexedDB, one database beside the log's. Bytes and not `File`s: those may point to a disk that changes. */
export function indexedDbInbox(name: string): Inbox {
  const database = () =>
    openDB<InboxSchema>(name, 1, {
      upgrade: (db) => {
        db.createObjectStore('files')
      },
    })
  const using = async <T>(work: (db: Awaited<ReturnType<typeof database>>) => Promise<T>): Promise<T> => {
    const db = await database()
    try {
      return await work(db)
    } finally {
      db.close()
    }
  }
  return {
    async put(importId, file) {
      const bytes = await file.arrayBuffer()
      await using((db) => db.put('files', { name: file.name, type: file.type, bytes }, importId))
    },
    get: (importId) =>
      using(async (db) => {
        const kept = await db.get('files', importId)
        return kept && new File([kept.bytes], kept.name, { type: kept.type })
      }),
    remove: (importId) => using((db) => db.delete('files', importId)),
  }
}

/** Forgets all files that were kept. */
export const deleteInbox = (name: string): Promise<void> => deleteDB(name)
