import type { PlayheadError } from '../error/PlayheadError.ts'
import type { EventLog, LogReader } from '../log/EventLog.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import { memoryLog } from '../log/memoryLog.ts'
import type { Durability } from './Durability.ts'
import { openFailed } from './storeErrors.ts'

export interface LogLinkParts {
  readonly log: EventLog
  /** Begins the ids of the records that were made here. */
  readonly client: string
  readonly durability: Durability
  readonly report: (error: PlayheadError) => void
  /** What others wrote, in the shape of today. */
  readonly upToDate: (stored: readonly PlacedRecord[]) => readonly PlacedRecord[]
  /** More survives a crash than before. */
  readonly stored: () => void
  /** Takes what the log has placed on its own account, and not inside `append`. */
  readonly placed: (records: readonly PlacedRecord[]) => void
}

/**
 * A store's line to its log: hands records over, and sorts the answers into those that come at
 * once, from inside `append`, and those that come later. Where the log cannot be opened, the store
 * goes on with one in memory.
 */
export class LogLink {
  readonly #parts: LogLinkParts
  readonly #reader: LogReader
  #log: EventLog
  /** What is being handed over; `#answered` is what the log says to that. */
  #appending: readonly LogRecord[] | undefined
  #answered: readonly PlacedRecord[] = NONE

  constructor(parts: LogLinkParts) {
    this.#parts = parts
    this.#log = parts.log
    this.#reader = {
      placed: (records) => this.#placed(records),
      durable(upTo) {
        parts.durability.safe(upTo)
        parts.stored()
      },
      failed(error) {
        parts.report(error)
        parts.durability.failed(error)
      },
    }
  }

  get name(): string {
    return this.#log.name
  }

  /** What the log answers to. */
  get reader(): LogReader {
    return this.#reader
  }

  /** All the records there are, as they were stored. */
  open(): ReturnType<EventLog['open']> {
    return this.#log.open(this.#reader)
  }

  /** Hands records over, and gives those that were placed at once: a log in memory answers so. */
  append(records: readonly LogRecord[]): readonly PlacedRecord[] {
    this.#appending = records
    this.#answered = NONE
    try {
      this.#log.append(records)
      return this.#answered
    } finally {
      this.#appending = undefined
      this.#answered = NONE
    }
  }

  async read(from: number, to: number): Promise<readonly PlacedRecord[]> {
    return this.#parts.upToDate((await this.#log.read?.(from, to)) ?? NONE)
  }

  close(): Promise<void> {
    return this.#log.close()
  }

  /** @throws PlayheadError `log/open-failed`, once the log in memory is in its place */
  endInMemory(thrown: unknown): never {
    const error = openFailed(this.name, thrown)
    // It may have been opened before it was found to be unreadable.
    this.#log.close().catch(() => {})
    this.#log = memoryLog()
    void this.open()
    this.#parts.durability.endInMemory(this.name)
    this.#parts.report(error)
    throw error
  }

  #placed(records: readonly PlacedRecord[]): void {
    const known = this.#isOurs(records) ? records : this.#parts.upToDate(records)
    if (this.#appending === undefined) this.#parts.placed(known)
    else this.#answered = this.#answered.length === 0 ? known : [...this.#answered, ...known]
  }

  #isOurs(records: readonly PlacedRecord[]): boolean {
    const appending = this.#appending
    return (
      (appending !== undefined && isPlaced(appending, records)) ||
      records.every(({ id }) => id.startsWith(this.#parts.client))
    )
  }
}

/** Whether the log has placed all of these, and nobody else's between them. */
export const isPlaced = (records: readonly LogRecord[], answered: readonly PlacedRecord[]): boolean =>
  records.length === answered.length && records.every(({ id }, i) => answered[i]?.id === id)

const NONE: readonly never[] = []
