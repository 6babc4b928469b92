import type { PlacedRecord } from '@playhead/core'

/** How a log is kept. */
export interface IndexedDbLogOptions {
  /**
   * What a new log begins with, such as sample data: records with offsets from 0, as
   * `createRecords` makes them. Asked for once in the life of a log, when it is first opened,
   * and stored in one transaction; a log that holds anything is never touched.
   */
  readonly seed?: () => readonly PlacedRecord[] | Promise<readonly PlacedRecord[]>
  /**
   * `relaxed` (default): stored means handed to the operating system, so records survive a crash
   * of the browser. `strict`: written through to the disk, so they survive a power cut as well;
   * a flush then takes milliseconds longer.
   */
  readonly durability?: 'relaxed' | 'strict'
}
