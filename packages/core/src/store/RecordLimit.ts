import type { Work } from '../work/Work.ts'
import { BATCH_RECORDS } from '../work/Work.ts'
import type { LiveEnd } from './LiveEnd.ts'
import type { RecordLoader } from './RecordLoader.ts'

export interface RecordLimitParts {
  /** Records that are to be in memory at most; infinity for any number. */
  readonly recordsMax: number
  readonly liveEnd: LiveEnd
  readonly loader: RecordLoader
  /** Records up to here survive a crash. */
  durableTo(): number
}

/**
 * Leaves old records to the durable log alone, beyond so many in memory: those that the log has
 * called durable, in idle moments. Reading them again loads them.
 */
export class RecordLimit {
  readonly #parts: RecordLimitParts

  constructor(parts: RecordLimitParts) {
    this.#parts = parts
  }

  get isOver(): boolean {
    const { recordsMax, liveEnd } = this.#parts
    return liveEnd.log.records.inMemory > recordsMax
  }

  /** Something to drop; `undefined` where there is nothing, or where it may be read in a moment. */
  due(): Work<void> | undefined {
    return this.#dropNext() ? this.#dropping() : undefined
  }

  *#dropping(): Work<void> {
    do yield BATCH_RECORDS
    while (this.#dropNext())
  }

  #dropNext(): boolean {
    const { liveEnd, loader, durableTo } = this.#parts
    // A void that waits for its place names records that it must find then.
    if (!this.isOver || loader.isBusy || liveEnd.isPending) return false
    return liveEnd.log.records.dropNext(durableTo())
  }
}
