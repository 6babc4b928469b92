import type { EventLog } from '../log/EventLog.ts'

/** An implementation of the event log, as the contract sees it. */
export interface EventLogSubject {
  /** What its logs say of themselves: whether records survive the page. */
  readonly durable: boolean
  /**
   * New, empty storage. The function that it gives makes a log over it; a durable one is made
   * again after the one before was closed.
   */
  newStorage(): () => EventLog
  /** Whether its logs have `read`. Default false. */
  readonly reads?: boolean
  /** Whether its logs keep checkpoints. Default false. */
  readonly checkpoints?: boolean
  /** Makes every write fail until the function that it gives is called. Left out where writes cannot fail. */
  readonly breakWrites?: () => () => void
}
