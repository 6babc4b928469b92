import type { Dispatch, Dispatchable } from '../action/Action.ts'
import type { ActionInfo } from '../action/ActionInfo.ts'
import type { AcceptedAction, Door } from '../action/acceptAction.ts'
import { acceptAction } from '../action/acceptAction.ts'
import type { DispatchOrigin } from '../effect/EffectServices.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import { recordId } from '../log/RecordId.ts'
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

  const stamp = (accepted: AcceptedAction, time: number, origin?: DispatchOrigin): LogRecord => {
    const { type, version, payload, rest, ephemeral } = accepted
    // Numbers of ephemeral records count apart, so that those of a log have no gaps.
    const id = ephemeral ? recordId(`${client}~`, ephemerals++) : recordId(client, sequence++)
    if (time > stamped) stamped = time
    // Most have no more, and are made in one go: they are all of one hidden class.
    if (origin === undefined && actor === undefined && rest === undefined) return { id, type, version, payload, time }
    const record: LogRecord = {
      id,
      type,
      version,
      payload,
      time,
      ...(actor !== undefined && { actor }),
      ...(origin?.causedBy !== undefined && { causedBy: origin.causedBy }),
      ...(origin && { effect: origin.effect }),
      ...(rest && { rest }),
    }
    origin?.accepted(record)
    return record
  }

  const send = (records: readonly LogRecord[]): void => {
    const failures = context.append(records)
    if (failures.length > 0) throw failures[0]
  }

  const dispatchOne = (action: Dispatchable, origin?: DispatchOrigin): Dispatchable => {
    const time = timeOfNext()
    const accepted = acceptAction(action, time, door)
    const result = resultOf(accepted, action)
    if (accepted.ephemeral) context.hand([stamp(accepted, time, origin)])
    else {
      context.track(result, sequence)
      send([stamp(accepted, time, origin)])
    }
    return result
  }

  const dispatchAll = (actions: readonly Dispatchable[], origin?: DispatchOrigin): readonly Dispatchable[] => {
    const time = timeOfNext()
    const accepted = actions.map((action) => acceptAction(action, time, door))
    const results = accepted.map((each, i) => resultOf(each, actions[i] as Dispatchable))
    const logged: LogRecord[] = []
    const ephemeral: LogRecord[] = []
    for (const [i, each] of accepted.entries()) {
      if (!each.ephemeral) context.track(results[i] as Dispatchable, sequence)
      const record = stamp(each, time, origin)
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

  const dispatch = (input: Dispatchable | readonly Dispatchable[]) =>
    Array.isArray(input) ? dispatchAll(input) : dispatchOne(input as Dispatchable)
  return {
    dispatch: dispatch as Dispatch,
    dispatchFrom(actions, origin) {
      if (actions.length === 1) dispatchOne(actions[0] as Dispatchable, origin)
      else dispatchAll(actions, origin)
    },
    unlogged(action) {
      const time = timeOfNext()
      return stamp({ ...acceptAction(action, time, door), ephemeral: true }, time)
    },
  }
}

const resultOf = ({ type, payload, prepared }: AcceptedAction, action: Dispatchable): Dispatchable =>
  prepared ? { type, payload } : action
