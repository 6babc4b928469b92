import type { Action } from '../action/Action.ts'
import type { Offset } from './Offset.ts'
import type { RecordId } from './RecordId.ts'

/**
 * An action once accepted. Never changes.
 *
 * It is *pending* until the log has given it an offset, then *placed*. Generic over the
 * literal type of the action, so that a union of records narrows by `type`.
 */
export interface LogRecord<Type extends string = string, Payload = unknown> extends Action<Type, Payload> {
  /** Absent while pending. Reducers never read it: a pending record has none, and a branch gives another. */
  readonly offset?: Offset
  readonly id: RecordId
  /** Version of the payload's shape at which it was written. `payload` here is already of today's. */
  readonly version: number
  /** Milliseconds since 1970 by the store's clock. Never decreases along a log. */
  readonly time: number
  /** Who acted, where the store was told. */
  readonly actor?: string
  /** The record that led to this one. Absent where it came from outside. */
  readonly causedBy?: RecordId
  /** The effect run that sent it. */
  readonly effect?: { readonly name: string; readonly run: number }
  /** Records of one group are one step for undo. */
  readonly group?: string
  /** Fields of a Redux-style action other than `type` and `payload` (`meta`, `error`, …). */
  readonly rest?: Readonly<Record<string, unknown>>
}

/** A record that has its place in the log. */
export interface PlacedRecord<Type extends string = string, Payload = unknown> extends LogRecord<Type, Payload> {
  readonly offset: Offset
}
