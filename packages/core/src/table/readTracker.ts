import type { TableKey } from './TableKey.ts'

/** Told what is asked of tables while a selector runs. */
export interface ReadTracker {
  /** One row, present or not. */
  row(table: object, key: TableKey): void
  /** The size, or a walk through the rows. */
  whole(table: object): void
}

/**
 * The selector that runs now. A variable of the module, as in every library of signals: what
 * is read must find its reader without being handed one. Selectors are synchronous, so one
 * never sees what another reads.
 */
let tracker: ReadTracker | undefined

/** Runs `work` and tells the tracker what it asks of tables. */
export function trackingReads<T>(next: ReadTracker, work: () => T): T {
  const outer = tracker
  tracker = next
  try {
    return work()
  } finally {
    tracker = outer
  }
}

/** Whether a selector is running: nothing may be dispatched or moved from there. */
export const isReading = (): boolean => tracker !== undefined

export const noteRow = (table: object, key: TableKey): void => tracker?.row(table, key)

export const noteWhole = (table: object): void => tracker?.whole(table)
