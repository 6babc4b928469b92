import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { checkRedactions } from '../session/redactionPath.ts'
import type { TopicWord } from '../topic/topicOf.ts'
import type { ActionOptions } from './definition.ts'
import type { StandardSchema } from './StandardSchema.ts'

/** What a store knows of an action type: how to check it, store it and read it back. */
export interface ActionInfo<Type extends string = string, Payload = unknown> {
  readonly type: Type
  readonly version: number
  readonly upcast: { readonly [from: number]: (old: never) => Payload }
  readonly schema: StandardSchema<Payload> | undefined
  readonly formerly: readonly string[]
  readonly topic: ((payload: never) => readonly TopicWord[]) | undefined
  /** Reaches `action$` and effects, and neither slices nor the log. */
  readonly ephemeral: boolean
  /** `undo` may take its records out of the state. */
  readonly undoable: boolean
  /** Paths that do not leave in a session file. */
  readonly redact: readonly string[]
}

/**
 * Checks a definition when it is made, so that a missing upcaster is met at start-up and not
 * by the user with the oldest data.
 *
 * @throws PlayheadError `action/bad-version`, `action/upcaster-missing`, `action/bad-redaction`
 */
export function actionInfo<Type extends string, Payload>(
  type: Type,
  {
    version = 1,
    upcast = {},
    schema,
    formerly = [],
    topic,
    redact = [],
    ephemeral = false,
    undoable = false,
  }: ActionOptions<Payload>,
): ActionInfo<Type, Payload> {
  if (!Number.isInteger(version) || version < 1) {
    throw new PlayheadError({
      code: 'action/bad-version',
      message: DEV
        ? `The version of action "${type}" is ${version}. Versions are whole numbers from 1: raise it by one when the shape of the payload changes.`
        : [type, version],
    })
  }
  for (let from = 1; from < version; from++) {
    if (typeof upcast[from] === 'function') continue
    throw new PlayheadError({
      code: 'action/upcaster-missing',
      message: DEV
        ? `Action "${type}" has version ${version} and no upcaster from ${from}: records stored at version ${from} could not be read. Add \`upcast: { ${from}: (old: …) => … }\`.`
        : [type, version, from],
    })
  }
  checkRedactions(type, redact)
  return { type, version, upcast, schema, formerly, topic, redact, ephemeral, undoable }
}
