import type { Dispatchable } from '../action/Action.ts'
import type { ActionInfo } from '../action/ActionInfo.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { RecordId } from '../log/RecordId.ts'
import type { Observable, SchedulerLike } from '../rx.ts'
import type { Selector } from '../selector/Selector.ts'

/** Where a dispatched action came from. */
export interface DispatchOrigin {
  readonly causedBy: RecordId | undefined
  readonly effect: { readonly name: string; readonly run: number }
  /** Called with each record that was made, before it is appended. */
  accepted(record: LogRecord): void
}

/** What effects need of their store. */
export interface EffectServices {
  readonly deps: object
  readonly scheduler: SchedulerLike
  /** Reads the live state. */
  get<T>(selector: Selector<T>): T
  getState(): object
  /** The live state now, and each different one after it. */
  readonly state$: Observable<object>
  infoOf(type: string): ActionInfo | undefined
  /** Whether this store made a record itself. */
  isOwn(record: LogRecord): boolean
  dispatch(actions: readonly Dispatchable[], origin: DispatchOrigin): void
  report(error: PlayheadError): void
  /** Throws an error to whoever dispatched what led to it, once all that it led to is done. */
  fail(error: PlayheadError): void
  /** The number of the drain of the intake queue that goes on. */
  drain(): number
  /** A record of an action that goes to no log, for a run that is resumed without one. */
  unlogged(action: Dispatchable): LogRecord
  /** The records of the log, newest first. */
  newestFirst(): Iterable<LogRecord>
  /** Brings records into memory that are in the durable log only. */
  loadAll(): Promise<void>
}
