import type { TableKey } from './TableKey.ts'
import type { TableVersion } from './TableVersion.ts'

/** Told what is asked of slices and tables while a selector runs. */
export interface ReadTracker {
  /** A field of a slice. */
  field(slice: object, key: PropertyKey, value: unknown): void
  /**
   * One row, present or not. Gives its slot, or −1: who watches rows may know where it stood.
   * `undefined` for a table that the selector was not given.
   */
  row(table: object, version: TableVersion, key: TableKey): number | undefined
  /** The size, or a walk through the rows. */
  whole(table: object): void
}

/**
 * The selector that runs now. A variable of the module, as in every library of signals: what
 * is read must find its reader without being handed one. Selectors are synchronous, so one
 * never sees what another reads.
 */
let tracker: ReadTracker | undefined

/** Runs `work` and tells the tracker what it asks of slices and tables. */
export function trackingReads<T>(next: ReadTracker, work: (...given: never[]) => T, given: readonly unknown[]): T {
  const outer = tracker
  tracker = next
  try {
    return given.length === 1 ? work(given[0] as never) : work(...(given as never[]))
  } finally {
    tracker = outer
  }
}

/** Who is told what is read now; `undefined` where no selector is running. */
export const readerNow = (): ReadTracker | undefined => tracker

/** Whether a selector is running: nothing may be dispatched or moved from there. */
export const isReading = (): boolean => tracker !== undefined

export const noteField = (slice: object, key: PropertyKey, value: unknown): void => tracker?.field(slice, key, value)

export const noteWhole = (table: object): void => tracker?.whole(table)
