import type { Dispatchable } from '../action/Action.ts'
import type { Door } from '../action/acceptAction.ts'
import { acceptAction } from '../action/acceptAction.ts'
import { infoOf } from '../action/registry.ts'
import type { Random } from '../store/ports.ts'
import { uuidv7 } from '../store/uuidv7.ts'
import type { PlacedRecord } from './LogRecord.ts'
import { asOffset } from './Offset.ts'
import { recordId } from './RecordId.ts'

/** An action and the moment at which it is recorded, in milliseconds since 1970. */
export interface TimedAction {
  readonly time: number
  readonly action: Dispatchable
  readonly actor?: string
  readonly group?: string
}

export interface CreateRecordsOptions {
  /** Client part of the record ids. */
  readonly client: string
  /** For ids that prepared actions ask for. The same source gives the same records. */
  readonly random: Random
  /** Largest stored size of a payload, in bytes. Default 65,536. */
  readonly payloadBytesMax?: number
}

/**
 * Makes a log's records from actions with historic times: sample data, fixtures of tests
 * and stories. They go through the same checks as a dispatch.
 *
 * Times that go back are raised to the one before, as any log does.
 *
 * @throws PlayheadError as `dispatch` does, for the first action that is refused
 */
export function createRecords(
  actions: Iterable<TimedAction>,
  { client, random, payloadBytesMax = 65_536 }: CreateRecordsOptions,
): readonly PlacedRecord[] {
  const records: PlacedRecord[] = []
  const door: Door = {
    infoOf,
    payloadBytesMax,
    contextAt: (time) => ({ now: () => time, id: () => uuidv7(time, random), random }),
  }
  let lastTime = 0
  for (const { time: asked, action, actor, group } of actions) {
    const time = Math.max(asked, lastTime)
    lastTime = time
    const { type, version, payload, rest } = acceptAction(action, time, door)
    records.push({
      offset: asOffset(records.length),
      id: recordId(client, records.length),
      type,
      version,
      payload,
      time,
      ...(actor !== undefined && { actor }),
      ...(group !== undefined && { group }),
      ...(rest && { rest }),
    })
  }
  return records
}
