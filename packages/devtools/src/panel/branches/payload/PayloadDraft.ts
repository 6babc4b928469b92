import type { JsonValue } from '@playhead/core'
import type { Field } from './Field.ts'
import { isObject, tagOf } from './Field.ts'
import { fieldProblems } from './fieldProblems.ts'
import { fieldAt, textProblem } from './fieldTexts.ts'
import { readText } from './readText.ts'

/** A payload while it is written. */
export interface PayloadDraft {
  /** As the codec writes it. */
  readonly value: JsonValue
  /** What somebody has written in fields, by path: it may be no value yet. The whole payload's text is at `WHOLE`. */
  readonly texts: { readonly [path: string]: string }
}

/** Where the text of the whole payload is. */
export const WHOLE = '[]'

/** Why a draft cannot be sent; `undefined` when it can. */
export function draftProblem(field: Field | undefined, { value, texts }: PayloadDraft): string | undefined {
  const whole = texts[WHOLE]
  if (whole !== undefined) return readText(whole).problem
  if (!field || !fitsForm(field, value)) return undefined
  const isUnread = Object.entries(texts).some(([path, text]) => {
    const written = fieldAt(field, JSON.parse(path) as readonly string[])
    return written && textProblem(written, text) !== undefined
  })
  if (isUnread) return 'A field cannot be read yet.'
  const problems = Object.keys(fieldProblems(field, value)).length
  return problems > 0 ? 'Some fields are not filled in as they have to be.' : undefined
}

/** A form of an object cannot show a list, nor something with a tag. */
export const fitsForm = (field: Field, value: JsonValue): boolean =>
  field.kind !== 'group' || tagOf(value) === '$undefined' || (isObject(value) && tagOf(value) === undefined)
