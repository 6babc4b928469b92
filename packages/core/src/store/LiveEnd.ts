import type { Fold } from '../fold/Fold.ts'
import { FoldedLog } from '../fold/FoldedLog.ts'
import type { LiveInput, LiveState, StepOutcome } from '../fold/liveState.ts'
import { advance, liveStateAt, stateOf } from '../fold/liveState.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { asOffset } from '../log/Offset.ts'
import { Subject, scan } from '../rx.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'

/**
 * The live end of a store: state as a fold over an RxJS stream of records, and the log in
 * memory that the stream has left behind.
 *
 * ```
 *   accepted, placed ──► input$ ── scan(advance) ──► LiveState ──► log in memory, checkpoints
 * ```
 */
export class LiveEnd {
  readonly #input = new Subject<LiveInput>()
  #fold: Fold
  readonly #log: FoldedLog
  #live: LiveState
  #following: { unsubscribe(): void } | undefined

  constructor(fold: Fold, log: FoldedLog = new FoldedLog(fold)) {
    this.#fold = fold
    this.#log = log
    this.#live = liveStateAt(asOffset(log.head), log.stateAt(log.head))
    this.#follow()
  }

  get fold(): Fold {
    return this.#fold
  }

  /** The live state: the log and, on top, what waits for its place. */
  get state(): StateBySlice {
    return stateOf(this.#live)
  }

  /** What has its place, and the state after each of it. */
  get log(): FoldedLog {
    return this.#log
  }

  /** Folds what a log held when it was opened. A reducer that throws does what it did the first time: it is not told again. */
  load(records: readonly PlacedRecord[]): void {
    const placed = this.#log.pushFolding(records)
    this.#live = liveStateAt(asOffset(this.#log.head), placed)
    this.#follow()
  }

  /** Folds one step and tells what it brought. */
  take(input: LiveInput): StepOutcome {
    this.#input.next(input)
    return this.#live.step
  }

  /** Folds everything again by other reducers. */
  replaceFold(fold: Fold): void {
    this.#fold = fold
    this.take({ kind: 'refolded', placed: this.#log.refold(fold) })
  }

  #follow(): void {
    this.#following?.unsubscribe()
    this.#following = this.#input
      .pipe(
        scan(
          advance(() => this.#fold),
          this.#live,
        ),
      )
      .subscribe((live) => {
        this.#live = live
        this.#log.push(live.step.placed, live.step.after)
      })
  }

  close(): void {
    this.#input.complete()
  }
}
