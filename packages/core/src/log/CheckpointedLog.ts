import type { MaybePromise } from './CheckpointStorage.ts'
import type { LogReader } from './EventLog.ts'
import type { PlacedRecord } from './LogRecord.ts'

/** What checkpoints ask of the log that keeps them. */
export interface CheckpointedLog {
  /**
   * Opens the log as `EventLog.open` does, for a store that may begin at a checkpoint and then needs
   * no records before it. `from` is told the head, when checkpoints can be read, and gives the offset
   * from which on records are wanted.
   */
  openFrom(reader: LogReader, from: (head: number) => MaybePromise<number>): MaybePromise<OpenedLog>
  /** As `EventLog.read`. A log that hands over all it has, whatever was asked for, needs none. */
  read?(from: number, to: number): Promise<readonly PlacedRecord[]>
}

/** What a log hands over. */
export interface OpenedLog {
  /** Packed segments that hold the records from offset 0 on, whatever was asked for. */
  readonly segments?: readonly Uint8Array[]
  /** The records behind the segments; without any, those from the asked offset on, or from an earlier one. */
  readonly records: readonly PlacedRecord[]
}
