import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogCheckpoints } from './LogCheckpoints.ts'
import type { LogRecord, PlacedRecord } from './LogRecord.ts'

/**
 * Port: where records are kept, and who gives them their offsets.
 *
 * The store opens a log once, then appends pending records. The log answers through its
 * {@link LogReader}, at once (in memory) or later (on disk, on a network), in its own order:
 * records of others may come between.
 *
 * ```
 *   store ──append──► log ──placed──► store      offsets, in order, no gaps
 *                         ──durable─► store      these survive a crash
 *                         ──failed──► store      could not be kept; still pending
 * ```
 *
 * Contract: `testing/eventLogContract.ts`, run against every implementation.
 */
export interface EventLog {
  /** Shown in messages. */
  readonly name: string
  /** Whether a placed record survives the page. `store.durable` rejects where it does not. */
  readonly durable: boolean
  /**
   * Hands over all records there are, in order. A log that needs no waiting answers without
   * a promise, and the store is then ready when it is created.
   *
   * Records come as they were stored: payloads of older versions are brought up to date by the store.
   */
  open(reader: LogReader): readonly PlacedRecord[] | Promise<readonly PlacedRecord[]>
  /** The checkpoints that it keeps. Stores that do not say which `build` they are use none. */
  readonly checkpoints?: LogCheckpoints
  /**
   * Takes records to be placed, in this order, after those appended before. Never throws:
   * what goes wrong is told to the reader, and the records stay pending.
   */
  append(records: readonly LogRecord[]): void
  /**
   * The stored records from one offset to another, both included, as `open` would hand them over.
   * Offsets behind the last stored record are left out. A durable log that offers it lets a store
   * keep old records on the disk alone; where it is missing they all stay in memory.
   *
   * Rejects with a PlayheadError where what is stored cannot be read.
   */
  read?(from: number, to: number): Promise<readonly PlacedRecord[]>
  /** Resolves when all that was appended is stored. */
  flush(): Promise<void>
  /** Stores what is left and lets go of the storage. Nothing may be appended afterwards. */
  close(): Promise<void>
}

/** What a store listens to. Called by the log only, never during `open`. */
export interface LogReader {
  /** These have their offsets: the next ones after the head, this store's pending records among them. */
  placed(records: readonly PlacedRecord[]): void
  /** Records up to and including this offset survive a crash. */
  durable(upTo: number): void
  /** The log could not keep what was appended, or stopped being durable. */
  failed(error: PlayheadError): void
}
