import type { ActionInfo } from '../action/ActionInfo.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'

/** A reducer that threw: the record is quarantined in that slice only, in this fold and in every other. */
export interface FoldFailure {
  readonly slice: string
  readonly record: LogRecord
  readonly thrown: unknown
}

/**
 * State as a function of records: `records.reduce(fold.step, fold.initial)`.
 *
 * Pure, so the same records give the same state in one go or in pieces, from any
 * checkpoint, in Node and in a browser.
 */
export interface Fold {
  readonly initial: StateBySlice
  /** The state after one more record. The same object where nothing changed. */
  step(state: StateBySlice, record: LogRecord, failed?: (failure: FoldFailure) => void): StateBySlice
  /** Whether all of it is adopted Redux reducers, which `replaceReducer` may swap. */
  readonly adopted: boolean
  /** Whether any slice listens to this type. */
  folds(type: string): boolean
  /**
   * The same fold of some of its slices: slices do not see one another, so each comes out as in
   * the whole. One that has no parts gives itself.
   */
  only(slices: ReadonlySet<string>): Fold
  /** Definitions of the actions that slices listen to, by type. */
  readonly infos: ReadonlyMap<string, ActionInfo>
}
