import type { PlacedRecord } from '@playhead/core'
import { PlayheadError } from '@playhead/core'
import type { LogDatabase } from './database.ts'
import { openDatabase } from './database.ts'
import { closedByBrowser, damaged, unavailable } from './errors.ts'
import type { LogLock } from './holdLock.ts'
import { holdLock } from './holdLock.ts'
import type { IndexedDbLogOptions } from './IndexedDbLogOptions.ts'
import { lastRecord } from './lastRecord.ts'
import { plantSeed } from './plantSeed.ts'
import { putRows } from './putRows.ts'
import type { Part } from './readRange.ts'
import { readRange } from './readRange.ts'
import { UnloadJournal } from './UnloadJournal.ts'

/**
 * A log's database, held by this tab alone: what was in it, and how to add to it.
 *
 * A connection that failed once is not used again. Firefox refuses every write after the
 * first that met a full disk, and WebKit ends the server of a tab in the background; both work
 * again on a new connection, and only there.
 */
export class Storage {
  readonly #name: string
  readonly #durability: 'relaxed' | 'strict'
  readonly #lock: LogLock
  readonly #lost: (error: PlayheadError) => void
  /** None where another tab could have gone on from the same records. */
  readonly #journal: UnloadJournal | undefined
  #database: LogDatabase | undefined
  #reopening: Promise<LogDatabase> | undefined
  #gone: PlayheadError | undefined

  private constructor(
    name: string,
    { durability = 'relaxed' }: IndexedDbLogOptions,
    lock: LogLock,
    lost: (error: PlayheadError) => void,
  ) {
    this.#name = name
    this.#durability = durability
    this.#lock = lock
    this.#lost = lost
    this.#journal = lock.exclusive ? new UnloadJournal(name) : undefined
  }

  /**
   * Takes the lock, opens the database, stores what the page before left unstored, and plants the
   * seed in a new log. Gives the last record. `lost` is called when the browser takes the database
   * away later.
   *
   * @throws PlayheadError `indexeddb/open-elsewhere`, `indexeddb/blocked`, `indexeddb/newer-version`
   * @throws PlayheadError `indexeddb/unavailable`, `indexeddb/damaged`, `indexeddb/bad-seed`
   */
  static async open(
    name: string,
    options: IndexedDbLogOptions,
    lost: (error: PlayheadError) => void,
  ): Promise<{ readonly storage: Storage; readonly last: PlacedRecord | undefined }> {
    const storage = new Storage(name, options, await holdLock(name), lost)
    try {
      return { storage, last: await storage.#load(options) }
    } catch (thrown) {
      await storage.close()
      throw thrown
    }
  }

  /** Whether no other tab can write, as far as the browser can tell. */
  get exclusive(): boolean {
    return this.#lock.exclusive
  }

  /**
   * Stores consecutive records in one transaction, over rows that begin at the same offsets if
   * nobody else can write. The transaction begins, and is asked to commit, before this returns:
   * a page that ends now mostly keeps it. (Left to commit by itself, it was lost in 17 of 25
   * reloads.)
   */
  async write(records: readonly PlacedRecord[]): Promise<void> {
    if (this.#gone) throw this.#gone
    const database = this.#database ?? (await this.#reopen())
    try {
      const transaction = database.transaction('rows', 'readwrite', { durability: this.#durability })
      const requests = putRows(transaction.store, records, { over: this.exclusive })
      transaction.commit()
      // In this order: the transaction's own error is often no more than that it was aborted.
      await Promise.all([...requests, transaction.done])
    } catch (thrown) {
      if (this.#database === database) this.#database = undefined
      database.close()
      throw this.#gone ?? thrown
    }
  }

  /**
   * Some of the stored records, both offsets included.
   *
   * @throws PlayheadError `indexeddb/damaged`, `indexeddb/unavailable`, `indexeddb/closed`
   */
  async read(part: Part): Promise<readonly PlacedRecord[]> {
    return readRange(this.#name, await this.database(), part)
  }

  /** The connection, or a new one where it has failed. */
  async database(): Promise<LogDatabase> {
    if (this.#gone) throw this.#gone
    return this.#database ?? this.#reopen()
  }

  /** Keeps what is not stored, and follows the record `before`, where the end of the page cannot undo it. */
  keep(unstored: readonly PlacedRecord[], before: PlacedRecord | undefined): void {
    this.#journal?.keep(unstored, before)
  }

  /** What was kept is stored by now. */
  forgetKept(): void {
    this.#journal?.clear()
  }

  async close(): Promise<void> {
    this.#gone ??= closedByBrowser(this.#name, 'it was closed by this page')
    this.#database?.close()
    this.#database = undefined
    await this.#lock.release()
  }

  async #load({ seed }: IndexedDbLogOptions): Promise<PlacedRecord | undefined> {
    const database = await this.#connect({ mayCreate: true })
    this.#database = database
    const last = await this.#withKept(await lastRecord(this.#name, database))
    if (!seed || last) return last
    return (await plantSeed(this.#name, database, seed)) ? lastRecord(this.#name, database) : last
  }

  /** Stores what the page before could only keep. Gives the last record of all. */
  async #withKept(last: PlacedRecord | undefined): Promise<PlacedRecord | undefined> {
    const from = this.#journal?.from
    let kept: readonly PlacedRecord[] = []
    try {
      if (from !== undefined) {
        const part = { from: Math.max(0, from - 1), to: last?.offset ?? -1 }
        kept = this.#journal?.goingOnFrom(await this.read(part)) ?? []
      }
    } catch (thrown) {
      if (thrown instanceof PlayheadError) throw thrown
      throw damaged(this.#name, thrown instanceof Error ? thrown.message : String(thrown))
    }
    if (kept.length > 0) {
      await this.write(kept).catch((thrown: unknown) => {
        throw thrown instanceof PlayheadError ? thrown : unavailable(this.#name, thrown)
      })
    }
    this.forgetKept()
    return kept.at(-1) ?? last
  }

  /** One new connection, however many writes are waiting for it; they go on in their order. */
  #reopen(): Promise<LogDatabase> {
    this.#reopening ??= this.#connect({ mayCreate: false }).then(
      (database) => {
        this.#reopening = undefined
        this.#database = database
        return database
      },
      (thrown: unknown) => {
        this.#reopening = undefined
        throw thrown
      },
    )
    return this.#reopening
  }

  #connect({ mayCreate }: { readonly mayCreate: boolean }): Promise<LogDatabase> {
    return openDatabase(this.#name, {
      mayCreate,
      asked: () => this.#lose('another tab is deleting or upgrading it'),
    })
  }

  #lose(why: string): void {
    this.#gone = closedByBrowser(this.#name, why)
    this.#database = undefined
    this.#lost(this.#gone)
  }
}
