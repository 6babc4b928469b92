import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogReader } from '../log/EventLog.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'

/** A reader that remembers what a log told it. */
export class RecordingReader implements LogReader {
  readonly placedRecords: PlacedRecord[] = []
  /** Each `durable(upTo)`, with the head of what had been placed by then. */
  readonly durableCalls: { readonly upTo: number; readonly head: number }[] = []
  readonly errors: PlayheadError[] = []
  /** Called while the log is telling of placed records. */
  whenPlaced: (records: readonly PlacedRecord[]) => void = () => {}

  get offsets(): readonly number[] {
    return this.placedRecords.map((record) => record.offset)
  }

  get ids(): readonly string[] {
    return this.placedRecords.map((record) => record.id)
  }

  placed(records: readonly PlacedRecord[]): void {
    this.placedRecords.push(...records)
    this.whenPlaced(records)
  }

  durable(upTo: number): void {
    this.durableCalls.push({ upTo, head: this.placedRecords.at(-1)?.offset ?? -1 })
  }

  failed(error: PlayheadError): void {
    this.errors.push(error)
  }
}
