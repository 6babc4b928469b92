import { toStored } from '../codec/toStored.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { PrepareContext } from './Action.ts'
import type { ActionInfo } from './ActionInfo.ts'
import { validatePayload } from './validatePayload.ts'

/** What intake makes of an action, before it is stamped. */
export interface AcceptedAction {
  readonly type: string
  readonly version: number
  readonly payload: unknown
  readonly rest?: Readonly<Record<string, unknown>>
  /** The payload was made here: the action was deferred. */
  readonly prepared: boolean
}

export interface AcceptOptions {
  readonly context: PrepareContext
  readonly infoOf: (type: string) => ActionInfo | undefined
  readonly payloadBytesMax: number
}

/**
 * Checks an action at the door, before anything changes: it is one, its payload is made,
 * fits its schema, and can be stored. Costs O(payload).
 *
 * @throws PlayheadError `dispatch/not-an-action`, `action/prepare-failed`, `action/payload-invalid`
 * @throws PlayheadError `dispatch/not-storable` or `dispatch/payload-too-large`, with the path of the value
 */
export function acceptAction(action: unknown, { context, infoOf, payloadBytesMax }: AcceptOptions): AcceptedAction {
  if (!isAction(action)) throw notAnAction(action)
  const { type } = action
  const info = infoOf(type)
  const prepared = typeof action.prepare === 'function'
  const made = prepared ? makePayload(type, action.prepare as Prepare, context) : action.payload
  const checked = info ? validatePayload(info, made) : made
  const payload = toStored(checked, { path: 'payload', bytesMax: payloadBytesMax })
  const rest = restOf(action, prepared, payloadBytesMax)
  return { type, version: info?.version ?? 1, payload, prepared, ...(rest && { rest }) }
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
      message: `The payload of "${type}" could not be made: ${messageOf(thrown)}. Nothing was appended.`,
    })
  }
}

/** Fields of a Redux-style action other than its type and payload. They are kept with the record. */
function restOf(action: object, prepared: boolean, bytesMax: number): Readonly<Record<string, unknown>> | undefined {
  const keys = Object.keys(action).filter(
    (key) => key !== 'type' && key !== 'payload' && !(prepared && key === 'prepare'),
  )
  if (keys.length === 0) return undefined
  // `fromEntries` makes `__proto__` a field like any other, which is then refused by its name.
  const rest = Object.fromEntries(keys.map((key) => [key, (action as Record<string, unknown>)[key]]))
  return toStored(rest, { path: 'action', bytesMax }) as Readonly<Record<string, unknown>>
}

function notAnAction(value: unknown): PlayheadError {
  const hint =
    typeof value === 'function'
      ? 'Was the creator not called? Thunks do not run on this store: use an effect.'
      : 'An action is an object with a `type` of 1 to 1,024 characters.'
  return new PlayheadError({
    code: 'dispatch/not-an-action',
    message: `Cannot dispatch ${shown(value)}. ${hint}`,
  })
}

const shown = (value: unknown): string => {
  if (typeof value === 'function') return `the function ${value.name || '(anonymous)'}`
  if (typeof value !== 'object' || value === null) return String(value)
  return `an object with the fields ${Object.keys(value).slice(0, 8).join(', ') || '(none)'}`
}
