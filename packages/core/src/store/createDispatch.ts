import type { Dispatch, Dispatchable } from '../action/Action.ts'
import type { ActionInfo } from '../action/ActionInfo.ts'
import type { AcceptedAction, Door } from '../action/acceptAction.ts'
import { acceptAction } from '../action/acceptAction.ts'
import type { DispatchOrigin } from '../effect/EffectServices.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { RecordId } from '../log/RecordId.ts'
import { recordId } from '../log/RecordId.ts'
import type { VoidAction } from '../undo/createUndo.ts'
import { voidsAreReserved } from '../undo/undoErrors.ts'
import { voided } from '../undo/voided.ts'
import type { Clock, Random } from './ports.ts'
import { uuidv7 } from './uuidv7.ts'

/** What dispatching needs of a store. */
export interface DispatchContext {
  readonly client: string
  readonly clock: Clock
  readonly random: Random
  readonly actor: string | undefined
  readonly payloadBytesMax: number
  infoOf(type: string): ActionInfo | undefined
  /** Time of the newest record, so that a clock that goes back is not seen in a log. */
  lastTime(): number
  /** Why nothing may be dispatched now. */
  refusal(): PlayheadError | undefined
  /** Remembers which record an action became. */
  track(action: object, sequence: number): void
  /** Appends now, or later where something is running already. Gives what the reducers threw, if it is known yet. */
  append(records: readonly LogRecord[]): readonly PlayheadError[]
  /** Hands ephemeral records to those who act on them. They are not appended. */
  hand(records: readonly LogRecord[]): void
}

/** The ways into the intake queue. */
export interface StoreDispatch {
  readonly dispatch: Dispatch
  /** Dispatches what an effect sends, stamped with where it came from. */
  dispatchFrom(actions: readonly Dispatchable[], origin: DispatchOrigin): void
  /** `dispatch` into a group, which is one step for undo. */
  dispatchIn(group: string): Dispatch
  /** Stamps a void, which only undo may append. */
  voidOf(ids: readonly RecordId[]): { readonly action: VoidAction; readonly record: LogRecord }
  /** A record of an action that goes to no log. Checked like any other. */
  unlogged(action: Dispatchable): LogRecord
}

/**
 * Makes `dispatch`: checks all actions of a call at the door, stamps them, and hands them to
 * the intake queue as one batch. If one is refused, none is appended and no number is used up.
 */
export function createDispatch(context: DispatchContext): StoreDispatch {
  const { client, clock, random, actor, payloadBytesMax } = context
  const door: Door = {
    infoOf: (type) => context.infoOf(type),
    payloadBytesMax,
    contextAt: (time) => ({ now: () => time, id: () => uuidv7(time, random), random }),
  }
  let sequence = 0
  let stamped = 0
  let ephemerals = 0

  const timeOfNext = (): number => {
    const refusal = context.refusal()
    if (refusal) throw refusal
    return Math.max(clock.now(), context.lastTime(), stamped)
  }

  const accept = (action: Dispatchable, time: number): AcceptedAction => {
    const accepted = acceptAction(action, time, door)
    if (accepted.type === voided.type) throw voidsAreReserved(accepted.type)
    return accepted
  }

  const stamp = (accepted: AcceptedAction, time: number, origin?: DispatchOrigin, group?: string): LogRecord => {
    const { type, version, payload, rest, ephemeral } = accepted
    // Numbers of ephemeral records count apart, so that those of a log have no gaps.
    const id = ephemeral ? recordId(`${client}~`, ephemerals++) : recordId(client, sequence++)
    if (time > stamped) stamped = time
    // Most have no more, and are made in one go: they are all of one hidden class.
    if (origin === undefined && actor === undefined && rest === undefined && group === undefined)
      return { id, type, version, payload, time }
    const record: LogRecord = {
      id,
      type,
      version,
      payload,
      time,
      ...(actor !== undefined && { actor }),
      ...(origin?.causedBy !== undefined && { causedBy: origin.causedBy }),
      ...(origin && { effect: origin.effect }),
      ...(group !== undefined && { group }),
      ...(rest && { rest }),
    }
    origin?.accepted(record)
    return record
  }

  const send = (records: readonly LogRecord[]): void => {
    const failures = context.append(records)
    if (failures.length > 0) throw failures[0]
  }

  const dispatchOne = (action: Dispatchable, origin?: DispatchOrigin, group?: string): Dispatchable => {
    const time = timeOfNext()
    const accepted = accept(action, time)
    const result = resultOf(accepted, action)
    if (accepted.ephemeral) context.hand([stamp(accepted, time, origin, group)])
    else {
      context.track(result, sequence)
      send([stamp(accepted, time, origin, group)])
    }
    return result
  }

  const dispatchAll = (
    actions: readonly Dispatchable[],
    origin?: DispatchOrigin,
    group?: string,
  ): readonly Dispatchable[] => {
    const time = timeOfNext()
    const accepted = actions.map((action) => accept(action, time))
    const results = accepted.map((each, i) => resultOf(each, actions[i] as Dispatchable))
    const logged: LogRecord[] = []
    const ephemeral: LogRecord[] = []
    for (const [i, each] of accepted.entries()) {
      if (!each.ephemeral) context.track(results[i] as Dispatchable, sequence)
      const record = stamp(each, time, origin, group)
      if (each.ephemeral) ephemeral.push(record)
      else logged.push(record)
    }
    try {
      if (logged.length > 0) send(logged)
    } finally {
      if (ephemeral.length > 0) context.hand(ephemeral)
    }
    return results
  }

  const dispatchInto = (group?: string) => {
    const dispatch = (input: Dispatchable | readonly Dispatchable[]) =>
      Array.isArray(input) ? dispatchAll(input, undefined, group) : dispatchOne(input as Dispatchable, undefined, group)
    return dispatch as Dispatch
  }
  return {
    dispatch: dispatchInto(),
    dispatchIn: dispatchInto,
    dispatchFrom(actions, origin) {
      if (actions.length === 1) dispatchOne(actions[0] as Dispatchable, origin)
      else dispatchAll(actions, origin)
    },
    voidOf(ids) {
      const time = timeOfNext()
      const action = voided({ ids })
      // As many as the step has: it is bounded by what may be folded again.
      const accepted = acceptAction(action, time, { ...door, payloadBytesMax: Number.POSITIVE_INFINITY })
      context.track(action, sequence)
      return { action, record: stamp(accepted, time) }
    },
    unlogged(action) {
      const time = timeOfNext()
      return stamp({ ...acceptAction(action, time, door), ephemeral: true }, time)
    },
  }
}

const resultOf = ({ type, payload, prepared }: AcceptedAction, action: Dispatchable): Dispatchable =>
  prepared ? { type, payload } : action
