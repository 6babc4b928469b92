import type { Dispatch, Dispatchable } from '../action/Action.ts'
import type { ActionInfo } from '../action/ActionInfo.ts'
import type { AcceptedAction, AcceptOptions } from '../action/acceptAction.ts'
import { acceptAction } from '../action/acceptAction.ts'
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
}

/**
 * Makes `dispatch`: checks all actions of a call at the door, stamps them, and hands them to
 * the intake queue as one batch. If one is refused, none is appended and no number is used up.
 */
export function createDispatch(context: DispatchContext): Dispatch {
  let sequence = 0
  let stamped = 0

  const stamp = ({ type, version, payload, rest }: AcceptedAction, time: number): LogRecord => ({
    id: recordId(context.client, sequence++),
    type,
    version,
    payload,
    time,
    ...(context.actor !== undefined && { actor: context.actor }),
    ...(rest && { rest }),
  })

  const dispatchAll = (actions: readonly Dispatchable[]): readonly Dispatchable[] => {
    const refusal = context.refusal()
    if (refusal) throw refusal
    const time = Math.max(context.clock.now(), context.lastTime(), stamped)
    const options: AcceptOptions = {
      infoOf: context.infoOf,
      payloadBytesMax: context.payloadBytesMax,
      context: { now: () => time, id: () => uuidv7(time, context.random), random: context.random },
    }
    const accepted = actions.map((action) => acceptAction(action, options))
    const results = accepted.map(({ type, payload, prepared }, i) =>
      prepared ? { type, payload } : (actions[i] as Dispatchable),
    )
    const first = sequence
    const records = accepted.map((each) => stamp(each, time))
    for (const [i, result] of results.entries()) context.track(result, first + i)
    stamped = Math.max(stamped, time)
    if (records.length > 0) {
      const [failure] = context.append(records)
      if (failure) throw failure
    }
    return results
  }

  const dispatch = (input: Dispatchable | readonly Dispatchable[]) =>
    Array.isArray(input) ? dispatchAll(input) : dispatchAll([input as Dispatchable])[0]
  return dispatch as Dispatch
}
