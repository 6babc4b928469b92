import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { RecordId } from '../log/RecordId.ts'
import type { ActiveRun } from './ActiveRun.ts'

/**
 * How the newest records of effects came about: to show a cycle, and to stop it.
 *
 * What is sent in the same drain of the intake queue in which its cause was handed over is one
 * step deeper than that. Whoever waits in between, for a request or a timer, begins anew.
 */
export class Causes {
  readonly #drain: () => number
  readonly #newest: { readonly record: LogRecord; readonly cause: LogRecord | undefined }[] = []
  #next = 0
  readonly #depths = new Map<RecordId, number>()
  #depthsOf = -1

  /** `drain` is the number of the drain that goes on, or of the last one. */
  constructor(drain: () => number) {
    this.#drain = drain
  }

  /** A run is handed a record: what it sends before the drain ends is one step deeper. */
  hand(run: ActiveRun, record: LogRecord): void {
    run.handed = record
    run.drain = this.#drain()
    run.depth = this.#depthOf(record)
  }

  /** A record that a run has sent. */
  add(record: LogRecord, run: ActiveRun): void {
    this.#newest[this.#next] = { record, cause: run.causedBy === undefined ? undefined : run.handed }
    this.#next = (this.#next + 1) % NEWEST_KEPT
    const drain = this.#drain()
    if (run.drain !== drain) return
    if (this.#depthsOf !== drain) {
      this.#depths.clear()
      this.#depthsOf = drain
    }
    this.#depths.set(record.id, run.depth + 1)
  }

  /** The error that ends a chain: each of its records was sent at once, in answer to the one before. */
  endless(record: LogRecord): PlayheadError | undefined {
    if (record.effect === undefined || this.#depthOf(record) < CHAIN_MAX) return undefined
    return new PlayheadError({
      code: 'dispatch/endless',
      record,
      message: DEV
        ? `Effects have answered one dispatch with a chain of ${CHAIN_MAX.toLocaleString('en')} actions, each sent at once in answer to the one before: ${this.cycle(record)}. The chain was stopped here. Break the cycle by a condition, or let an effect wait before it answers.`
        : [],
    })
  }

  /**
   * How a record came about, by default the newest, back to where causes repeat:
   * `a -(effect x)-> b -(effect y)-> a`. Empty where no effect has sent anything.
   */
  cycle(last: LogRecord | undefined = this.#newest[(this.#next + NEWEST_KEPT - 1) % NEWEST_KEPT]?.record): string {
    if (!last) return ''
    const causes = new Map(this.#newest.map(({ record, cause }) => [record.id, cause]))
    const seen = new Set<string>()
    let text = last.type
    for (let record: LogRecord | undefined = last; record?.effect; ) {
      const step = `${record.effect.name} ${record.type}`
      if (seen.has(step)) return text
      seen.add(step)
      const cause: LogRecord | undefined = causes.get(record.id)
      text = `${cause?.type ?? '…'} -(effect ${record.effect.name})-> ${text}`
      record = cause
    }
    return text
  }

  #depthOf(record: LogRecord): number {
    if (record.effect === undefined || this.#depthsOf !== this.#drain()) return 0
    return this.#depths.get(record.id) ?? 0
  }
}

/** A cycle of causes is rarely longer. */
const NEWEST_KEPT = 256

/** Records of a chain that nobody waited in. */
const CHAIN_MAX = 1_000
