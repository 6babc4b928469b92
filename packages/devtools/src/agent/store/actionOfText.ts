import type { Action } from '@playhead/core'
import { decode, PlayheadError } from '@playhead/core'
import type { AgentStore } from './AgentStore.ts'

/**
 * An action of what somebody typed: the payload is JSON, or the text of the codec. Nothing typed is no payload.
 *
 * @throws PlayheadError `devtools/bad-json`, `devtools/unknown-type`, `codec/malformed`
 */
export function actionOfText(
  { inspection }: AgentStore,
  { type, payload }: { readonly type: string; readonly payload: string },
  { mustBeKnown = false }: { readonly mustBeKnown?: boolean } = {},
): Action {
  if (mustBeKnown && !inspection.knows(type)) throw unknownType(type, inspection.definedTypes())
  const text = payload.trim()
  return { type, payload: text === '' ? undefined : decode(jsonOfText(text)) }
}

function jsonOfText(text: string) {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new PlayheadError({
      code: 'devtools/bad-json',
      cause: thrown,
      message: `The payload is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}. Names and texts stand in double quotes, and no comma at the end.`,
    })
  }
}

function unknownType(type: string, known: readonly string[]): PlayheadError {
  const source = type.split('/')[0] ?? ''
  const near = known.filter((each) => each.toLowerCase().includes((type.split('/')[1] ?? type).toLowerCase()))
  const shown = (near.length > 0 ? near : known.filter((each) => each.startsWith(`${source}/`))).slice(0, SHOWN_MAX)
  return new PlayheadError({
    code: 'devtools/unknown-type',
    message: `Nothing in the app knows "${type}", so nothing would happen. ${
      shown.length > 0 ? `Is it one of ${shown.join(', ')}?` : 'Choose a type that the app defines.'
    }`,
  })
}

const SHOWN_MAX = 5
