import type { LogReader, LogRecord, PlacedRecord, PlayheadError, RecordId } from '@playhead/core'
import { place } from '@playhead/core'
import { databaseName } from './database.ts'
import { UnloadJournal } from './UnloadJournal.ts'

/** The n-th record of a test. */
export const happened = (n: number, fields: Partial<LogRecord> = {}): LogRecord => ({
  id: `test.${n}` as RecordId,
  type: 'test/happened',
  version: 1,
  payload: { n },
  time: 1_700_000_000_000 + n,
  ...fields,
})

/** The first records of a log, with their offsets. */
export const placedRecords = (count: number): readonly PlacedRecord[] =>
  Array.from({ length: count }, (_, n) => place(happened(n), n, 0))

/** A reader that remembers what it was told, and the order in which. */
export class Listener implements LogReader {
  readonly told: string[] = []
  readonly records: PlacedRecord[] = []
  readonly errors: PlayheadError[] = []
  readonly #firstError = Promise.withResolvers<PlayheadError>()

  /** Resolves with the first failure that the log tells of. */
  get failure(): Promise<PlayheadError> {
    return this.#firstError.promise
  }

  placed(records: readonly PlacedRecord[]): void {
    this.told.push(`placed ${records.map((record) => record.offset).join(' ')}`)
    this.records.push(...records)
  }

  durable(upTo: number): void {
    this.told.push(`durable ${upTo}`)
  }

  failed(error: PlayheadError): void {
    this.told.push(`failed ${error.code}`)
    this.errors.push(error)
    this.#firstError.resolve(error)
  }
}

let logs = 0

/** A name that no other test uses. */
export const newLogName = (): string => `log ${++logs} ${Math.random()}`

/** The database of a log, opened beside it. Close it: a connection that stays keeps others from deleting it. */
export function rawDatabase(log: string, version?: number): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName(log), version)
  return answer(request)
}

/** The rows of a log as they are stored, by key. */
export async function rawRows(log: string): Promise<Record<number, readonly PlacedRecord[]>> {
  const database = await rawDatabase(log)
  const rows = database.transaction('rows').objectStore('rows')
  const [keys, values] = await Promise.all([answer(rows.getAllKeys()), answer(rows.getAll())])
  database.close()
  return Object.fromEntries(keys.map((key, i) => [key, values[i]]))
}

/** Changes what a closed log has stored, behind its back. */
export async function tamper(log: string, change: (rows: IDBObjectStore) => void): Promise<void> {
  const database = await rawDatabase(log)
  const transaction = database.transaction('rows', 'readwrite')
  change(transaction.objectStore('rows'))
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  database.close()
}

/** The journal of a page over the texts that pages before it have left. */
export const journalOf = (texts: Map<string, string>): UnloadJournal =>
  new UnloadJournal('test', {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => texts.set(key, text),
    removeItem: (key) => texts.delete(key),
  })

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
