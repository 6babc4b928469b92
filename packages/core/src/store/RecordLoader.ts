import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import type { OffsetRange, RecordList } from '../log/RecordList.ts'

/** What loading takes of a store. */
export interface RecordLoaderParts {
  readonly records: () => RecordList
  /** The records that the durable log has, in the shape of today. */
  read(range: OffsetRange): Promise<readonly PlacedRecord[]>
  /** Makes a state near a place known, if one is stored. */
  approach?(offset: number): Promise<void>
}

/** Brings records into memory that are in the durable log only. */
export class RecordLoader {
  readonly #parts: RecordLoaderParts
  /** Ranges that are on their way: two who want the same wait for the same. */
  readonly #coming = new Map<string, Promise<void>>()
  #readers = 0

  constructor(parts: RecordLoaderParts) {
    this.#parts = parts
  }

  /** Whether somebody reads what was loaded, piece by piece. */
  get isBusy(): boolean {
    return this.#readers > 0 || this.#coming.size > 0
  }

  /** What is loaded stays, until the work is done. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const letGo = this.hold()
    try {
      return await work()
    } finally {
      letGo()
    }
  }

  /** What is loaded stays, until the function that it gives is called. */
  hold(): () => void {
    let held = 1
    this.#readers++
    return () => {
      this.#readers -= held
      held = 0
    }
  }

  has({ from, to }: OffsetRange): boolean {
    return this.#parts.records().has(from, to)
  }

  /** Makes the way to a place short, where a checkpoint near it is stored. */
  async approach(offset: number): Promise<void> {
    await this.#parts.approach?.(offset)
  }

  /** Rejects with the log's own error, and with `log/not-read` where it has not got what it was asked for. */
  async load({ from, to }: OffsetRange): Promise<void> {
    await Promise.all(
      this.#parts
        .records()
        .missing(from, to)
        .map((range) => this.#fetch(range)),
    )
  }

  #fetch(range: OffsetRange): Promise<void> {
    const key = `${range.from} ${range.to}`
    const known = this.#coming.get(key)
    if (known) return known
    const coming = this.#fill(range).finally(() => this.#coming.delete(key))
    this.#coming.set(key, coming)
    return coming
  }

  async #fill(range: OffsetRange): Promise<void> {
    const read = await this.#parts.read(range).catch((thrown: unknown) => {
      throw thrown instanceof PlayheadError ? thrown : notReadable(range, thrown)
    })
    const records = this.#parts.records()
    records.fill(read)
    if (!records.has(range.from, range.to)) throw notRead(range, read.length)
  }
}

const notReadable = ({ from, to }: OffsetRange, thrown: unknown) =>
  new PlayheadError({
    code: 'log/not-read',
    cause: thrown,
    message: `The records from offset ${from} to ${to} could not be read from the durable log: ${messageOf(thrown)}. What is in memory goes on; try again, or reload the page.`,
  })

const notRead = ({ from, to }: OffsetRange, count: number) =>
  new PlayheadError({
    code: 'log/not-read',
    message: `The durable log was asked for the records from offset ${from} to ${to} and gave ${count}. It may have been cleared by another tab or by the browser. What is in memory goes on; reload the page to begin from what is stored.`,
  })
