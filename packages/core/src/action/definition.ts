import type { Storable } from '../data/Storable.ts'
import type { TopicWord } from '../topic/topicOf.ts'
import type { PrepareContext } from './Action.ts'
import type { StandardSchema } from './StandardSchema.ts'

/** How an action is stored, read back and checked. */
export interface ActionOptions<Payload> {
  /** Version of the payload's shape, from 1. Raise it whenever the shape changes. Default 1. */
  readonly version?: number
  /**
   * Turns a stored payload of an older version into today's payload, by version:
   * `{ 1: (old: V1) => …, 2: (old: V2) => … }`. Each goes the whole way, so that a
   * change of the payload type shows every upcaster that no longer fits. Annotate `old`.
   *
   * @throws PlayheadError `action/upcaster-missing`, at definition, when one of 1 … version − 1 is absent
   */
  readonly upcast?: { readonly [from: number]: (old: never) => NoInfer<Payload> }
  /**
   * Checks the payload when it is dispatched and after an upcast. It must accept its own
   * output and answer synchronously.
   *
   * @throws PlayheadError `action/payload-invalid` from dispatch, with the path of each issue
   * @throws PlayheadError `action/schema-async` when the schema answers with a promise
   */
  readonly schema?: StandardSchema<Payload>
  /** Older names of this action, `source/name`. Records stored under them are read as this action. */
  readonly formerly?: readonly string[]
  /**
   * For what is gone when it is over: pointer moves, progress. The action reaches `action$` and
   * effects, and neither slices nor the log; its id counts apart from those of logged records.
   * A slice that listens to it is refused by `createStore`. Default false.
   */
  readonly ephemeral?: boolean
  /**
   * Lets `store.undo()` take its records out of the state, where all that they led to may go as well.
   * What others rely on, as money that was booked, is not undone but reversed by a new entry: leave
   * it out there. Default false.
   */
  readonly undoable?: boolean
  /**
   * The words of the record's topic, made of its payload: `(p) => ['bank', 'account', p.id, 'opened']`.
   * Pure. Default: the type, with `/` read as `.`.
   *
   * @throws PlayheadError `topic/bad-word`, `topic/failed` from dispatch
   */
  topic?(payload: NoInfer<Payload>): readonly TopicWord[]
  /**
   * What is taken out before records leave in a session file: `['payload.iban', 'payload.rows.*.owner']`,
   * where `*` is every item of a list or a map. Placeholders of the same kind stand in its place.
   *
   * @throws PlayheadError `action/bad-redaction`, at definition, for what is no such path
   */
  readonly redact?: readonly string[]
}

declare const payloadOf: unique symbol

/** What `createActions` names. Says nothing of the payload, or `action()` would be inferred from it. */
export interface AnyDefinition {
  readonly kind: 'action' | 'prepared'
  readonly options: object
}

/** A definition made by {@link action}. */
export interface ActionDefinition<Payload> extends AnyDefinition {
  readonly kind: 'action'
  readonly options: ActionOptions<Payload>
  /** Never there at run time: it keeps the payload's type where there are no options. */
  readonly [payloadOf]?: Payload
}

/** A definition made by {@link prepared}. */
export interface PreparedDefinition<Args extends readonly unknown[], Payload> extends AnyDefinition {
  readonly kind: 'prepared'
  readonly options: ActionOptions<Payload>
  readonly prepare: (context: PrepareContext, ...args: Args) => Payload
}

/**
 * Defines an action by its payload: `action<{ id: string }>()`, or `action()` for none.
 * With a schema and no type argument the payload is the schema's output.
 */
export function action<Payload extends Storable<Payload> = undefined>(
  options: ActionOptions<Payload> = {},
): ActionDefinition<Payload> {
  return { kind: 'action', options }
}

/**
 * Defines an action whose payload is made from arguments. `prepare` runs once, at intake,
 * before the record is appended; its result is logged and a replay never runs it again.
 * It sees no state: an answer that depends on state belongs in an effect or a reducer.
 */
export function prepared<Args extends readonly unknown[], Payload extends Storable<Payload>>(
  prepare: (context: PrepareContext, ...args: Args) => Payload,
  options: ActionOptions<NoInfer<Payload>> = {},
): PreparedDefinition<Args, Payload> {
  return { kind: 'prepared', options, prepare }
}
