/**
 * Port: keeps an imported file until it is booked, so that a booking that was cut off by a
 * crash can go on without asking for the file again.
 */
export interface Inbox {
  put(importId: string, file: File): Promise<void>
  /** `undefined` where it was never kept, or was removed with the site's data. */
  get(importId: string): Promise<File | undefined>
  remove(importId: string): Promise<void>
}

/** For tests and stories: gone with the page. */
export function memoryInbox(): Inbox {
  const files = new Map<string, File>()
  return {
    put: async (importId, file) => void files.set(importId, file),
    get: async (importId) => files.get(importId),
    remove: async (importId) => void files.delete(importId),
  }
}
