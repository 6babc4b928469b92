import { toStored } from '../codec/toStored.ts'
import { DEV } from '../dev.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import { ownTopic } from '../topic/topicOf.ts'
import type { PrepareContext } from './Action.ts'
import type { ActionInfo } from './ActionInfo.ts'
import { validatePayload } from './validatePayload.ts'

/** What intake makes of an action, before it is stamped. */
export interface AcceptedAction {
  readonly type: string
  readonly version: number
  readonly payload: unknown
  readonly rest: Readonly<Record<string, unknown>> | undefined
  /** The payload was made here: the action was deferred. */
  readonly prepared: boolean
  /** It is handed out and not appended. */
  readonly ephemeral: boolean
}

/** What a store knows at the door. Made once a store, not once a dispatch. */
export interface Door {
  readonly infoOf: (type: string) => ActionInfo | undefined
  readonly payloadBytesMax: number
  /** What a deferred action may ask for, at a time in milliseconds since 1970. */
  readonly contextAt: (time: number) => PrepareContext
}

/**
 * Checks an action at the door, before anything changes: it is one, its payload is made,
 * fits its schema, and can be stored. `time` is that of the record to be. Costs O(payload).
 *
 * @throws PlayheadError `dispatch/not-an-action`, `action/prepare-failed`, `action/payload-invalid`
 * @throws PlayheadError `topic/bad-word`, `topic/failed` where its own topic cannot be made
 * @throws PlayheadError `dispatch/not-storable` or `dispatch/payload-too-large`, with the path of the value
 */
export function acceptAction(action: unknown, time: number, door: Door): AcceptedAction {
  if (!isAction(action)) throw notAnAction(action)
  const { type } = action
  const info = door.infoOf(type)
  const prepared = typeof action.prepare === 'function'
  const made = prepared ? makePayload(type, action.prepare as Prepare, door.contextAt(time)) : action.payload
  const checked = info ? validatePayload(info, made) : made
  const payload = toStored(checked, 'payload', door.payloadBytesMax)
  if (info?.topic) ownTopic({ type, payload }, info)
  const rest = hasRest(action, prepared) ? restOf(action, prepared, door.payloadBytesMax) : undefined
  const ephemeral = info?.ephemeral ?? false
  return { type, version: info?.version ?? 1, payload, rest, prepared, ephemeral }
}

/** A name, not a text. */
const TYPE_LENGTH_MAX = 1_024

type Prepare = (context: PrepareContext) => unknown

interface ActionLike {
  readonly type: string
  readonly payload?: unknown
  readonly prepare?: unknown
}

const isAction = (action: unknown): action is ActionLike =>
  typeof action === 'object' &&
  action !== null &&
  'type' in action &&
  typeof action.type === 'string' &&
  action.type !== '' &&
  action.type.length <= TYPE_LENGTH_MAX

function makePayload(type: string, prepare: Prepare, context: PrepareContext): unknown {
  try {
    return prepare(context)
  } catch (thrown) {
    throw new PlayheadError({
      code: 'action/prepare-failed',
      cause: thrown,
      message: DEV
        ? `The payload of "${type}" could not be made: ${messageOf(thrown)}. Nothing was appended.`
        : [type, messageOf(thrown)],
    })
  }
}

/** Whether there may be other fields. Asked of every action, and answered without making anything. */
function hasRest(action: object, prepared: boolean): boolean {
  for (const key in action) if (isOther(key, prepared)) return true
  return false
}

const isOther = (key: string, prepared: boolean): boolean =>
  key !== 'type' && key !== 'payload' && !(prepared && key === 'prepare')

/** Fields of a Redux-style action other than its type and payload. They are kept with the record. */
function restOf(action: object, prepared: boolean, bytesMax: number): Readonly<Record<string, unknown>> | undefined {
  const keys = Object.keys(action).filter((key) => isOther(key, prepared))
  // They may be inherited: those are none of the action's.
  if (keys.length === 0) return undefined
  // `fromEntries` makes `__proto__` a field like any other, which is then refused by its name.
  const rest = Object.fromEntries(keys.map((key) => [key, (action as Record<string, unknown>)[key]]))
  return toStored(rest, 'action', bytesMax) as Readonly<Record<string, unknown>>
}

function notAnAction(value: unknown): PlayheadError {
  const hint =
    typeof value === 'function'
      ? 'Was the creator not called? Thunks do not run on this store: use an effect.'
      : 'An action is an object with a `type` of 1 to 1,024 characters.'
  return new PlayheadError({
    code: 'dispatch/not-an-action',
    message: DEV ? `Cannot dispatch ${shown(value)}. ${hint}` : [hint],
  })
}

const shown = (value: unknown): string => {
  if (typeof value === 'function') return `the function ${value.name || '(anonymous)'}`
  if (typeof value !== 'object' || value === null) return String(value)
  return `an object with the fields ${Object.keys(value).slice(0, 8).join(', ') || '(none)'}`
}
