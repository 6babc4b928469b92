import type { Fold } from '../fold/Fold.ts'
import { FoldedLog } from '../fold/FoldedLog.ts'
import type { LiveFold, LiveInput, LiveState, StepOutcome } from '../fold/liveState.ts'
import { advance, liveStateAt, stateOf } from '../fold/liveState.ts'
import { pendingOf, sizeOf } from '../fold/pendingQueue.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import { asOffset } from '../log/Offset.ts'
import type { Subscriber } from '../rx.ts'
import { Observable, scan } from '../rx.ts'
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
  /** Where inputs go. An observable of our own: it has one reader, and a `Subject` walks a list of them. */
  #input: Subscriber<LiveInput> | undefined
  #fold: Fold
  #log: FoldedLog
  #live: LiveState
  #lastTime: number
  #following: { unsubscribe(): void } | undefined

  constructor(fold: Fold, log: FoldedLog = new FoldedLog(fold)) {
    this.#fold = fold
    this.#log = log
    this.#live = liveStateAt(asOffset(log.head), log.stateAt(log.head))
    this.#lastTime = lastTimeOf(log)
    this.#follow()
  }

  get fold(): Fold {
    return this.#fold
  }

  /** The live state: the log and, on top, what waits for its place. */
  get state(): StateBySlice {
    return stateOf(this.#live)
  }

  /** What waits for its place. */
  get pending(): readonly LogRecord[] {
    return pendingOf(this.#live.pending).map(({ record }) => record)
  }

  get isPending(): boolean {
    return sizeOf(this.#live.pending) > 0
  }

  /** What has its place, and the state after each of it. */
  get log(): FoldedLog {
    return this.#log
  }

  /** Time of the newest record that has its place; 0 where there is none. Asked by every dispatch, so it is kept here. */
  get lastTime(): number {
    return this.#lastTime
  }

  /** Folds one step and tells what it brought. */
  take(input: LiveInput): StepOutcome {
    this.#input?.next(input)
    return this.#live.step
  }

  /** Goes on with the same records as another fold has them. */
  replaceFold(fold: Fold, log: FoldedLog): void {
    this.#fold = fold
    this.#log = log
    this.#lastTime = lastTimeOf(log)
    this.take({ kind: 'refolded', placed: log.stateAt(log.head) })
  }

  /** Goes on from other records, where none are pending. */
  moveOnto(log: FoldedLog): void {
    this.#log = log
    this.#live = liveStateAt(asOffset(log.head), log.stateAt(log.head))
    this.#lastTime = lastTimeOf(log)
    this.#follow()
  }

  #follow(): void {
    this.#following?.unsubscribe()
    const fold: LiveFold = {
      step: (state, record, failed) => this.#fold.step(state, record, failed),
      stateWith: (tail) => this.#log.stateWith(tail),
    }
    const input$ = new Observable<LiveInput>((subscriber) => {
      this.#input = subscriber
    })
    this.#following = input$
      .pipe(
        scan(
          advance(() => fold),
          this.#live,
        ),
      )
      .subscribe((live) => {
        this.#live = live
        const { placed, after } = live.step
        this.#log.push(placed, after)
        const last = placed[placed.length - 1]
        if (last !== undefined) this.#lastTime = last.time
      })
  }

  close(): void {
    this.#input?.complete()
  }
}

const lastTimeOf = ({ head, records }: FoldedLog): number => (head < 0 ? 0 : records.timeAt(head))
