import type { Fold, FoldFailure } from '../fold/Fold.ts'
import { FoldedLog } from '../fold/FoldedLog.ts'
import { isNotLoaded, notLoaded } from '../log/notLoaded.ts'
import { finish } from '../work/finish.ts'
import type { Background } from './Background.ts'
import type { ErrorChannel } from './ErrorChannel.ts'
import type { LiveEnd } from './LiveEnd.ts'
import type { RecordLoader } from './RecordLoader.ts'
import type { RefoldPlan } from './refoldLog.ts'
import { refoldLog } from './refoldLog.ts'
import { reducerThrew } from './storeErrors.ts'

/** What folding a log anew takes of a store. */
export interface RefoldsParts {
  readonly liveEnd: LiveEnd
  readonly background: Background
  readonly errors: ErrorChannel
  readonly loader: RecordLoader
  /** Settles when the log has been opened. */
  opened(): Promise<unknown>
  /** Runs a job between two others. */
  run(job: () => void): void
  /** The log is another one now: everybody who reads is to be told, once. */
  shown(): void
}

/** Other reducers, and which slices they leave as they are. */
export type FoldChange = Omit<RefoldPlan, 'failed'>

export interface RefoldOptions {
  readonly signal: AbortSignal
  /** Called when the new state is in place, before anybody is told. */
  readonly placed: () => void
}

/**
 * Changes the reducers of a store that is running. The log is folded by the new ones from the
 * beginning; until that is done, the old ones go on and nobody sees a difference.
 *
 * ```
 *   old fold  ─── shown ── dispatch ── dispatch ──┐
 *   new fold    0 ── 1 ── 2 ── … ── head ── both ─┴── shown: one notification
 * ```
 */
export class Refolds {
  readonly #parts: RefoldsParts

  constructor(parts: RefoldsParts) {
    this.#parts = parts
  }

  atOnce(fold: Fold): void {
    const { liveEnd } = this.#parts
    const plan = { fold, kept: new Set<string>(), failed: this.#failures() }
    const log = finish(refoldLog(liveEnd.log, plan))
    if (log.head < liveEnd.log.head) throw notLoaded(log.head + 1, liveEnd.log.head)
    liveEnd.replaceFold(fold, log)
    this.#parts.shown()
  }

  async behindTheScenes(change: FoldChange, { signal, placed }: RefoldOptions): Promise<void> {
    const { liveEnd, opened, run } = this.#parts
    // A log that is still being opened is folded by the reducers of before.
    await opened()
    const plan = { ...change, failed: this.#failures() }
    const log = await this.#parts.loader.during(() => this.#refolded(plan, signal))
    await new Promise<void>((resolve, reject) =>
      run(() => {
        if (signal.aborted) {
          reject(signal.reason)
          return
        }
        // What was appended since the last slice.
        liveEnd.replaceFold(plan.fold, finish(refoldLog(liveEnd.log, plan, log)))
        placed()
        this.#parts.shown()
        resolve()
      }),
    )
  }

  /** The whole log, by other reducers. What is in the durable log only is brought into memory when they come there. */
  async #refolded(plan: RefoldPlan, signal: AbortSignal): Promise<FoldedLog> {
    const { liveEnd, background, loader } = this.#parts
    const log = new FoldedLog(plan.fold, liveEnd.log.options)
    const total = () => liveEnd.log.head + 1
    for (let come = -2; ; come = log.head) {
      try {
        await background.run({ work: 'refolding', total, steps: refoldLog(liveEnd.log, plan, log), signal })
        if (log.head >= liveEnd.log.head) return log
      } catch (thrown) {
        if (!isNotLoaded(thrown)) throw thrown
      }
      // A state that is kept may need what is far behind.
      const from = come === log.head ? 0 : log.head + 1
      const next = liveEnd.log.checkpointAfter(log.head)?.offset ?? 0
      await loader.load({ from, to: come === log.head ? liveEnd.log.head : Math.max(next, log.head + LOADED_RECORDS) })
    }
  }

  /** Other reducers, other failures: the first of each slice says enough. */
  #failures(): (failure: FoldFailure) => void {
    const told = new Set<string>()
    return (failure) => {
      if (told.has(failure.slice)) return
      told.add(failure.slice)
      this.#parts.errors.report(reducerThrew(failure))
    }
  }
}

/** Records that are brought into memory at a time. */
const LOADED_RECORDS = 65_536
