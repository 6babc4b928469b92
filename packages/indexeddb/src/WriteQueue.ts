import type { LogRecord, PlacedRecord } from '@playhead/core'
import { PlayheadError, place } from '@playhead/core'
import { writeFailed } from './errors.ts'

export interface WriteQueueOptions {
  /** For messages. */
  readonly name: string
  /** What is stored already: offset and time of the last record. */
  readonly head: number
  readonly lastTime: number
  /** Whether nobody else can write to this log, so that a write may be repeated over itself. */
  readonly exclusive: boolean
  /** Stores these records, consecutive ones, as a whole or not at all. Begins before it returns. */
  write(records: readonly PlacedRecord[]): Promise<void>
  stored(records: readonly PlacedRecord[]): void
  failed(error: PlayheadError): void
}

/**
 * What was appended and is not stored yet, and its way to the disk.
 *
 * ```
 *   append ──► waiting ──► round: one write ──► stored
 *                 ▲            │ failed twice
 *                 └────────────┘
 * ```
 *
 * A round is one write, of all that is waiting when it begins. A page that ends cannot wait for
 * it: `writeNow` then begins another write in the same round, *of the whole round*, over the
 * first one:
 *
 * ```
 *   first   [42 43]            completes or not
 *   second  [42 43 44 45]      completes or not
 * ```
 *
 * Whichever of them complete, what is stored is a prefix of what was appended: never a gap,
 * never another order. A round that failed is tried once more, on a new connection, before
 * anybody is told.
 */
export class WriteQueue {
  readonly #options: WriteQueueOptions
  #head: number
  #lastTime: number
  #waiting: LogRecord[] = []
  #round: Round | undefined
  #flushes: Flush[] = []
  /** How many records were appended here, and how many of them are stored. */
  #appended = 0
  #stored = 0
  #scheduled = false
  #retrying = false

  constructor(options: WriteQueueOptions) {
    this.#options = options
    this.#head = options.head
    this.#lastTime = options.lastTime
  }

  /** The records of writes that run, which have their offsets and may not be stored yet. */
  get unstored(): readonly PlacedRecord[] {
    return this.#round?.records.slice(this.#round.stored) ?? []
  }

  /** Takes records, to be written together with all others of this task. */
  append(records: readonly LogRecord[]): void {
    for (const record of records) this.#waiting.push(record)
    this.#appended += records.length
    if (this.#scheduled) return
    this.#scheduled = true
    queueMicrotask(() => {
      this.#scheduled = false
      this.#begin()
    })
  }

  /** Resolves when everything appended so far is stored, and rejects with the error of the write that failed. */
  flush(): Promise<void> {
    if (this.#stored === this.#appended) return Promise.resolve()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#flushes.push({ upTo: this.#appended, resolve, reject })
    this.#begin()
    return promise
  }

  /** Begins to write what is waiting before this returns, without waiting for the write that is running. */
  writeNow(): void {
    if (this.#waiting.length === 0) return
    if (!this.#round) this.#begin()
    else if (this.#options.exclusive) this.#write(this.#round)
  }

  #begin(): void {
    if (this.#round || this.#waiting.length === 0) return
    this.#round = new Round()
    this.#write(this.#round)
  }

  #write(round: Round): void {
    const before = round.records.at(-1)
    let offset = before?.offset ?? this.#head
    let time = before?.time ?? this.#lastTime
    for (const record of this.#waiting.splice(0)) {
      const placed = place(record, ++offset, time)
      time = placed.time
      round.records.push(placed)
    }
    const records = [...round.records]
    round.running++
    this.#options.write(records).then(
      () => this.#succeeded(round, records.length),
      (thrown: unknown) => {
        round.failure = thrown
        this.#ended(round)
      },
    )
  }

  #succeeded(round: Round, count: number): void {
    const stored = round.records.slice(round.stored, count)
    const last = stored.at(-1)
    if (last) {
      round.stored = count
      this.#head = last.offset
      this.#lastTime = last.time
      this.#stored += stored.length
      this.#options.stored(stored)
      this.#settle(
        ({ upTo }) => upTo <= this.#stored,
        (flush) => flush.resolve(),
      )
    }
    this.#ended(round)
  }

  #ended(round: Round): void {
    if (--round.running > 0) return
    this.#round = undefined
    const left = round.records.slice(round.stored)
    this.#waiting = [...left, ...this.#waiting]
    const failedAgain = this.#retrying && left.length > 0
    this.#retrying = !this.#retrying && left.length > 0
    if (failedAgain) this.#failed(round.failure)
    else this.#begin()
  }

  #failed(thrown: unknown): void {
    const error = thrown instanceof PlayheadError ? thrown : writeFailed(this.#options.name, this.#waiting, thrown)
    this.#options.failed(error)
    this.#settle(
      () => true,
      (flush) => flush.reject(error),
    )
  }

  #settle(due: (flush: Flush) => boolean, settle: (flush: Flush) => void): void {
    const settled = this.#flushes.filter(due)
    this.#flushes = this.#flushes.filter((flush) => !due(flush))
    for (const flush of settled) settle(flush)
  }
}

/** Somebody waits until so many records are stored. */
interface Flush {
  readonly upTo: number
  resolve(): void
  reject(error: PlayheadError): void
}

/** Writes of one stretch of the log, each of all that the one before had and more. */
class Round {
  readonly records: PlacedRecord[] = []
  /** How many of the records are known to be stored. */
  stored = 0
  /** Writes that have not ended. */
  running = 0
  /** What the last write that failed threw. */
  failure: unknown
}
