import type { LogReader, LogRecord, PlacedRecord, PlayheadError } from '@playhead/core'
import type { LogDatabase } from './database.ts'
import { damaged } from './errors.ts'
import type { IndexedDbLogOptions } from './IndexedDbLogOptions.ts'
import { onPageEnd } from './onPageEnd.ts'
import type { Part } from './readRange.ts'
import { Storage } from './Storage.ts'
import { WriteQueue } from './WriteQueue.ts'

interface Opened {
  readonly storage: Storage
  readonly queue: WriteQueue
  readonly stopWatching: () => void
}

/** One log that is open in this page, and those who use it. */
export class SharedLog {
  readonly #name: string
  readonly #readers = new Set<LogReader>()
  readonly #opening: Promise<Opened>
  readonly #gone: () => void
  #opened: Opened | undefined
  /** The newest stored record. */
  #last: PlacedRecord | undefined
  #users = 0
  /** Set when the last user has left: settles when the database has been let go. */
  closed: Promise<void> | undefined

  constructor(name: string, options: IndexedDbLogOptions, gone: () => void) {
    this.#name = name
    this.#gone = gone
    this.#opening = this.#open(options)
  }

  /** Counts a user. Rejects when the log cannot be opened; the user is then none. */
  async enter(): Promise<void> {
    this.#users++
    await this.#opening
  }

  /**
   * All that is stored from an offset on, for a new reader; `from` is told the head, and gives the
   * offset. From the moment at which the reader gets that, it is told everything else.
   */
  async join(
    reader: LogReader,
    from: (head: number) => number | Promise<number> = () => 0,
  ): Promise<readonly PlacedRecord[]> {
    const first = await from(this.#head)
    let records: readonly PlacedRecord[] = []
    for (let next = first; next <= this.#head; next = first + records.length)
      records = [...records, ...(await this.read({ from: next, to: this.#head }))]
    this.#readers.add(reader)
    return records
  }

  /** Does something with the database, on a new connection where the one before has failed. */
  async withDatabase<T>(use: (database: LogDatabase) => Promise<T>): Promise<T> {
    const { storage } = await this.#opening
    return use(await storage.database())
  }

  /** Stored records, each checked; offsets behind the last are left out. */
  async read(asked: Part): Promise<readonly PlacedRecord[]> {
    const { storage } = await this.#opening
    const [from, to] = [Math.max(asked.from, 0), Math.min(asked.to, this.#head)]
    const records = await storage.read({ from, to })
    const missing = from + records.length
    if (missing <= to) throw damaged(this.#name, `the row of offset ${missing} is missing`)
    return records
  }

  /** Offset of the newest stored record; −1 where there is none. */
  get #head(): number {
    return this.#last?.offset ?? -1
  }

  append(records: readonly LogRecord[]): void {
    this.#opened?.queue.append(records)
  }

  async flush(): Promise<void> {
    await this.#opened?.queue.flush()
  }

  /** A user goes, with its readers. The last one closes the log. */
  async leave(readers: readonly LogReader[]): Promise<void> {
    this.#users--
    if (this.#users === 0) {
      this.closed = this.#close()
      return this.closed
    }
    try {
      await this.flush()
    } finally {
      for (const reader of readers) this.#readers.delete(reader)
    }
  }

  async #open(options: IndexedDbLogOptions): Promise<Opened> {
    try {
      const failed = (error: PlayheadError) => this.#tell((reader) => reader.failed(error))
      const { storage, last } = await Storage.open(this.#name, options, failed)
      this.#last = last
      const queue = new WriteQueue({
        name: this.#name,
        head: this.#head,
        lastTime: this.#last?.time ?? 0,
        exclusive: storage.exclusive,
        write: (rows) => storage.write(rows),
        stored: (placed) => this.#stored(placed),
        failed,
      })
      const stopWatching = onPageEnd(() => {
        queue.writeNow()
        storage.keep(queue.unstored, this.#last)
      })
      this.#opened = { storage, queue, stopWatching }
      return this.#opened
    } catch (thrown) {
      this.#gone()
      throw thrown
    }
  }

  #stored(placed: readonly PlacedRecord[]): void {
    const head = placed.at(-1)?.offset
    if (!this.#opened || head === undefined) return
    const { storage, queue } = this.#opened
    this.#last = placed.at(-1)
    if (queue.unstored.length === 0) storage.forgetKept()
    this.#tell((reader) => {
      reader.placed(placed)
      reader.durable(head)
    })
  }

  /** One reader that throws must not keep the others from being told: they would miss an offset. */
  #tell(say: (reader: LogReader) => void): void {
    for (const reader of [...this.#readers]) {
      try {
        say(reader)
      } catch (thrown) {
        void Promise.reject(thrown)
      }
    }
  }

  async #close(): Promise<void> {
    const { storage, queue, stopWatching } = await this.#opening
    try {
      await queue.flush()
    } finally {
      stopWatching()
      this.#readers.clear()
      await storage.close()
      this.#gone()
    }
  }
}
