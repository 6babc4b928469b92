import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { RecordId } from '../log/RecordId.ts'
import { Subscription } from '../rx.ts'
import type { FamilyKey } from '../selector/createSelectorFamily.ts'
import type { DispatchOrigin } from './EffectServices.ts'
import type { Run, RunStatus } from './Run.ts'

/** The runs of one key of an effect. */
export interface RunGroup {
  readonly running: Set<ActiveRun>
  readonly waiting: ActiveRun[]
  /** Runs that wait are being started, one after the other. */
  advancing: boolean
}

/** Who a run belongs to, and is told of what it does. */
export interface RunOwner {
  readonly name: string
  emit(run: ActiveRun, value: unknown): void
  /** A record was made of what it sent. */
  sent(run: ActiveRun, record: LogRecord): void
  /** Its source ended with an error. */
  erred(run: ActiveRun, thrown: unknown): void
  completed(run: ActiveRun): void
  /** It went on after it had ended. */
  late(run: ActiveRun, what: 'value' | 'error', thrown?: unknown): void
  teardownThrew(run: ActiveRun, thrown: unknown): void
}

/**
 * A run while it is on: the observer of its source, and the subscription to it.
 *
 * RxJS hands an observer that is a subscription to the source as it is, so one object is all
 * that a run costs, and what a source does after its end is seen here. Behind RxJS's own
 * subscriber it would be lost.
 */
export class ActiveRun extends Subscription implements DispatchOrigin {
  readonly owner: RunOwner
  readonly run: number
  readonly record: LogRecord | undefined
  readonly key: FamilyKey
  readonly resumed: boolean
  status: RunStatus = 'waiting'
  startedAt: number
  endedAt: number | undefined
  endedBy: LogRecord | undefined
  failure: PlayheadError | undefined
  /** Where it is on or waits; `undefined` once it has ended. */
  group: RunGroup | undefined
  /** The record that led to what it sends now. */
  causedBy: RecordId | undefined
  /** The record that it was handed last, when, and how many effects had answered at once before it; see `Causes`. */
  handed: LogRecord | undefined
  drain = -1
  depth = 0
  emissions = 0
  dropped = 0
  /** Its source is being subscribed to: what it sends now, it sends synchronously. */
  starting = false
  /** Told once that it keeps others waiting. */
  toldStuck = false
  #emitted: RecordId[] | undefined
  #controller: AbortController | undefined
  #stamp: { readonly name: string; readonly run: number } | undefined

  constructor(owner: RunOwner, run: number, startedAt: number, given: RunStart = {}) {
    super()
    this.owner = owner
    this.run = run
    this.startedAt = startedAt
    this.record = given.record
    this.key = given.key
    this.resumed = given.resumed === true
    this.causedBy = 'cause' in given ? given.cause : given.record?.id
  }

  get ended(): boolean {
    return this.status !== 'running' && this.status !== 'waiting'
  }

  /** What its records carry. */
  get effect(): { readonly name: string; readonly run: number } {
    this.#stamp ??= { name: this.owner.name, run: this.run }
    return this.#stamp
  }

  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController()
      if (this.status === 'cancelled' || this.status === 'superseded') this.#controller.abort()
    }
    return this.#controller.signal
  }

  next(value: unknown): void {
    if (this.ended) this.owner.late(this, 'value')
    else this.owner.emit(this, value)
  }

  error(thrown: unknown): void {
    if (this.ended) this.owner.late(this, 'error', thrown)
    else this.owner.erred(this, thrown)
  }

  complete(): void {
    if (!this.ended) this.owner.completed(this)
  }

  accepted(record: LogRecord): void {
    this.emissions++
    this.#emitted ??= []
    this.#emitted.push(record.id)
    if (this.#emitted.length > EMITTED_KEPT_MAX) this.#emitted.shift()
    this.owner.sent(this, record)
  }

  /** Ends it, once, and lets go of its source. */
  end(status: RunStatus, endedAt: number, endedBy?: LogRecord): void {
    this.status = status
    this.endedAt = endedAt
    this.endedBy = endedBy
    try {
      if (status === 'cancelled' || status === 'superseded') this.#controller?.abort()
      this.unsubscribe()
    } catch (thrown) {
      this.owner.teardownThrew(this, thrown)
    }
  }

  /** How it stands now, as a value. */
  toRun(): Run {
    const { record, key, endedAt, endedBy, failure } = this
    return {
      run: this.run,
      effect: this.owner.name,
      ...(key !== undefined && { key }),
      ...(record && { record: named(record) }),
      status: this.status,
      resumed: this.resumed,
      startedAt: this.startedAt,
      ...(endedAt !== undefined && { endedAt, durationMs: endedAt - this.startedAt }),
      emissions: this.emissions,
      emitted: [...(this.#emitted ?? [])],
      dropped: this.dropped,
      ...(endedBy && { endedBy: named(endedBy) }),
      ...(failure && { error: failure }),
    }
  }
}

/** What a run begins with. */
export interface RunStart {
  readonly record?: LogRecord
  readonly key?: FamilyKey
  readonly resumed?: boolean
  /** The cause of what it sends, where that is not its record. */
  readonly cause?: RecordId | undefined
}

const named = ({ id, type }: LogRecord) => ({ id, type })

/** Ids beyond these are forgotten, oldest first. The records themselves name their run. */
const EMITTED_KEPT_MAX = 100
