import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { SelectorNode } from '../selector/Selector.ts'
import type { Reduce } from '../slice/Slice.ts'
import { GrowthCheck } from './GrowthCheck.ts'
import { ReducerCheck } from './ReducerCheck.ts'
import { SelectorCheck } from './SelectorCheck.ts'

/** A fold of one slice that has just happened. */
export interface Folded {
  readonly slice: string
  readonly reduce: Reduce
  readonly before: unknown
  readonly record: LogRecord
  readonly after: unknown
}

/**
 * What is looked after in development, and costs nothing in production: `createChecks` is
 * `undefined` there. What it finds comes a moment later, as it is found in the middle of a fold.
 */
export class Checks {
  readonly #reducers = new ReducerCheck()
  readonly #selectors = new SelectorCheck()
  readonly #growth = new GrowthCheck()
  readonly #report: (warning: PlayheadError) => void

  constructor(report: (warning: PlayheadError) => void) {
    this.#report = report
  }

  folded(fold: Folded): void {
    this.#tell(this.#reducers.folded(fold))
  }

  appended(records: readonly LogRecord[]): void {
    this.#tell(this.#growth.appended(records))
  }

  selected(node: SelectorNode<unknown>, before: unknown, after: unknown): void {
    this.#tell(this.#selectors.changed(node, before, after))
  }

  #tell(warning: PlayheadError | undefined): void {
    if (warning) queueMicrotask(() => this.#report(warning))
  }
}
