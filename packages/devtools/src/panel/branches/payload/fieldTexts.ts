import type { JsonValue } from '@playhead/core'
import type { Field } from './Field.ts'
import { tagOf } from './Field.ts'
import { memberOf } from './members.ts'
import { readText } from './readText.ts'

/** What is written in a field for a value. */
export function fieldText(field: Field, value: JsonValue | undefined): string {
  if (value === undefined || tagOf(value) === '$undefined') return ''
  const tag = tagOf(value)
  if (field.kind === 'date' && tag === '$date') return String(memberOf(value, '$date') ?? '')
  if (field.kind === 'bigint' && tag === '$bigint') return String(memberOf(value, '$bigint'))
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The value of what is written; `undefined` while it is none. Text may be empty; anything else is then absent. */
export function valueWritten(field: Field, text: string): JsonValue | undefined {
  switch (field.kind) {
    case 'text':
      return text
    case 'number': {
      const number = Number(text)
      const isNumber = text.trim() !== '' && Number.isFinite(number) && (!field.isWhole || Number.isInteger(number))
      return isNumber ? number : undefined
    }
    case 'date': {
      const time = Date.parse(text)
      return Number.isNaN(time) ? undefined : { $date: new Date(time).toISOString() }
    }
    case 'bigint':
      return /^-?\d+$/.test(text.trim()) ? { $bigint: text.trim() } : undefined
    default:
      return text.trim() === '' ? undefined : readText(text).value
  }
}

/** A date and JSON are written in more ways than one: what somebody writes stays while it is written. */
export const keepsText = ({ kind }: Field) => kind === 'date' || kind === 'json' || kind === 'number'

/** What is wrong with what is written in a field. */
export function textProblem(field: Field, text: string): string | undefined {
  if (text.trim() === '' || valueWritten(field, text) !== undefined) return undefined
  switch (field.kind) {
    case 'number':
      return field.isWhole ? 'Has to be a whole number.' : 'Has to be a number.'
    case 'date':
      return 'Has to be a date, such as 2026-11-23T09:30:00Z.'
    case 'bigint':
      return 'Has to be a whole number.'
    default:
      return readText(text).problem
  }
}

/** The field at a path of a form; `undefined` where it has none. */
export function fieldAt(field: Field, path: readonly string[]): Field | undefined {
  const [key, ...rest] = path
  if (key === undefined) return field
  const next = field.kind === 'group' ? field.fields.find(({ name }) => name === key) : undefined
  return next && fieldAt(next, rest)
}
