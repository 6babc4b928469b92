import type { LogReader, LogRecord, PlacedRecord, PlayheadError } from '@playhead/core'
import type { IndexedDbLogOptions } from './IndexedDbLogOptions.ts'
import { onPageEnd } from './onPageEnd.ts'
import { Storage } from './Storage.ts'
import { WriteQueue } from './WriteQueue.ts'

interface Opened {
  readonly storage: Storage
  readonly queue: WriteQueue
  /** All that is stored, shared with the stores: eight bytes a record here. */
  readonly records: PlacedRecord[]
  readonly stopWatching: () => void
}

/** One log that is open in this page, and those who use it. */
export class SharedLog {
  readonly #name: string
  readonly #readers = new Set<LogReader>()
  readonly #opening: Promise<Opened>
  readonly #gone: () => void
  #opened: Opened | undefined
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

  /** From now on this reader is told everything that is not among the records it is given. */
  join(reader: LogReader): readonly PlacedRecord[] {
    this.#readers.add(reader)
    return [...(this.#opened?.records ?? [])]
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
      const { storage, records: stored } = await Storage.open(this.#name, options, failed)
      const records = [...stored]
      const queue = new WriteQueue({
        name: this.#name,
        head: records.length - 1,
        lastTime: records.at(-1)?.time ?? 0,
        exclusive: storage.exclusive,
        write: (rows) => storage.write(rows),
        stored: (placed) => this.#stored(placed),
        failed,
      })
      this.#opened = { storage, queue, records, stopWatching: onPageEnd(() => queue.writeNow()) }
      return this.#opened
    } catch (thrown) {
      this.#gone()
      throw thrown
    }
  }

  #stored(placed: readonly PlacedRecord[]): void {
    const head = placed.at(-1)?.offset
    if (!this.#opened || head === undefined) return
    for (const record of placed) this.#opened.records.push(record)
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
