import type { JsonValue } from '@playhead/core'
import { parse } from '@playhead/core'
import type { Field } from './Field.ts'
import { isObject, tagOf } from './Field.ts'

/** What is wrong with a value, by where it is: keys joined as in `pathOf`. */
export type FieldProblems = { readonly [path: string]: string }

/** The name of a place in the form. */
export const pathOf = (path: readonly string[]): string => JSON.stringify(path)

/** What a form says of a value before the app is asked. What the app checks besides, it says itself. */
export function fieldProblems(field: Field, value: JsonValue | undefined, path: readonly string[] = []): FieldProblems {
  const isAbsent = value === undefined || tagOf(value) === '$undefined'
  if (isAbsent) return field.isRequired && path.length > 0 ? { [pathOf(path)]: 'Needed.' } : {}
  if (field.kind === 'group') {
    if (!isObject(value)) return { [pathOf(path)]: 'Has to be an object.' }
    return Object.assign({}, ...field.fields.map((each) => fieldProblems(each, value[each.name], [...path, each.name])))
  }
  const problem = problemOf(field, value)
  return problem === undefined ? {} : { [pathOf(path)]: problem }
}

function problemOf(field: Exclude<Field, { kind: 'group' }>, value: JsonValue): string | undefined {
  switch (field.kind) {
    case 'text': {
      if (typeof value !== 'string') return 'Has to be text.'
      const { lengthMin = 0, lengthMax = Number.POSITIVE_INFINITY, pattern } = field
      if (value.length < lengthMin) return `Has ${value.length} characters, and needs at least ${lengthMin}.`
      if (value.length > lengthMax) return `Has ${value.length} characters, and may have at most ${lengthMax}.`
      return pattern !== undefined && !fits(value, pattern) ? `Has to fit the pattern ${pattern}` : undefined
    }
    case 'number': {
      if (typeof value !== 'number') return 'Has to be a number.'
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field
      if (value < min) return `Has to be ${min} or more.`
      return value > max ? `Has to be ${max} or less.` : undefined
    }
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : 'Has to be yes or no.'
    case 'choice':
      return field.choices.some((each) => JSON.stringify(each) === JSON.stringify(value)) ? undefined : 'Choose one.'
    default:
      return tagProblem(value)
  }
}

/** What the codec says to it. */
function tagProblem(value: JsonValue): string | undefined {
  try {
    parse(JSON.stringify(value))
    return undefined
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

function fits(value: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value)
  } catch {
    // A pattern of another dialect: the app checks it.
    return true
  }
}
