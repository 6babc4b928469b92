import type { Unit } from './Row.ts'

/** A number that a process measured. */
export interface Measured {
  readonly work: string
  readonly unit: Unit
  readonly value: number
}

/** What is measured in a process of its own: most often one piece of work of one library. */
export interface Task {
  readonly library: string
  /** Shown while it runs. */
  readonly label: string
  /** Rejects with what went wrong. The other tasks are measured all the same. */
  run(): Promise<readonly Measured[]>
}

/** Several libraries at the same works. */
export interface Suite {
  /** Rounds in a full run; each task runs once in each. */
  readonly rounds: number
  readonly quickRounds: number
  /** Builds what is to be measured. */
  prepare(options: SuiteOptions): Promise<PreparedSuite>
}

export interface SuiteOptions {
  readonly quick: boolean
}

export interface PreparedSuite {
  readonly tasks: readonly Task[]
  /** Lets go of servers and browsers. */
  close?(): Promise<void>
}
