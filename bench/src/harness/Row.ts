/** What a number counts. Times and sizes: less is better. */
export type Unit = 'us' | 'ms' | 'B' | 'kB'

/** One line of the result file: how one library does one piece of work. */
export interface Row {
  readonly suite: string
  readonly work: string
  readonly library: string
  /** Of `runs`. */
  readonly median: number
  readonly unit: Unit
  /** What each process measured, in the order of the rounds. */
  readonly runs: readonly number[]
}
