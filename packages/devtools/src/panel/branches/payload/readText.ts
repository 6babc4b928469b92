import type { JsonValue } from '@playhead/core'
import { parse } from '@playhead/core'

/** What a text of a payload came to: its value as the codec writes it, or why it is none. */
export type ReadText =
  | { readonly value: JsonValue; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string }

/** Reads what somebody has written as JSON, tags such as `{"$date": …}` included. Nothing at all is no payload. */
export function readText(text: string): ReadText {
  if (text.trim() === '') return { value: { $undefined: true } }
  let value: JsonValue
  try {
    value = JSON.parse(text) as JsonValue
  } catch (thrown) {
    return { problem: withPlace(text, thrown instanceof Error ? thrown.message : String(thrown)) }
  }
  try {
    parse(text)
  } catch (thrown) {
    return { problem: thrown instanceof Error ? thrown.message : String(thrown) }
  }
  return { value }
}

/** Lines and columns are what an editor shows; browsers say how many characters they have read. */
function withPlace(text: string, message: string): string {
  const at = /at position (\d+)/.exec(message)?.[1]
  if (at === undefined) return message
  const before = text.slice(0, Number(at))
  const line = before.split('\n').length
  const column = before.length - before.lastIndexOf('\n')
  const reason = message.replace(/,? ?(?:in JSON )?at position \d+.*$/s, '')
  return `Line ${line}, column ${column}: ${reason}.`
}

/** A value as text to be read and written by people. */
export const writtenText = (value: JsonValue | undefined): string =>
  value === undefined || (typeof value === 'object' && value !== null && '$undefined' in value)
    ? ''
    : JSON.stringify(value, undefined, 2)
