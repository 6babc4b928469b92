/**
 * Port: what a piece of work cost.
 *
 * Checkpoints are placed, and slices of long work cut, by measured cost. It comes from here
 * and not from the clock, so that a test can count records instead and see the same
 * placement in every run.
 */
export interface Meter {
  /** Begins to measure. What it returns gives the cost since then in milliseconds, of so many records. */
  start(): (records: number) => number
}
