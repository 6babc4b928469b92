import type { JsonValue } from '@playhead/core'
import type { Field, JsonObject } from './Field.ts'
import { tagOf } from './Field.ts'

/** The field for values like those that were seen, newest first. With none there is nothing to go by: JSON. */
export function fieldOfSeen(seen: readonly JsonValue[], name = '', depth = 0): Field {
  const present = seen.filter((value) => tagOf(value) !== '$undefined')
  const facts = { name, isRequired: present.length > 0 && present.length === seen.length }
  const kind = sameOf(present.map(kindOf))
  switch (kind) {
    case 'string':
      return { ...facts, kind: 'text', ...fewOf(present) }
    case 'number':
      return { ...facts, kind: 'number', isWhole: present.every(Number.isInteger), ...fewOf(present) }
    case 'boolean':
      return { ...facts, kind: 'yesNo' }
    case '$date':
      return { ...facts, kind: 'date' }
    case '$bigint':
      return { ...facts, kind: 'bigint' }
    case 'object': {
      const objects = present as readonly JsonObject[]
      const fields = keysOf(objects).map((key) => fieldOfSeen(valuesAt(objects, key), key, depth + 1))
      const isForm = depth < SEEN_DEPTH_MAX && fields.length > 0 && fields.length <= FIELDS_MAX
      return isForm ? { ...facts, kind: 'group', fields } : { ...facts, kind: 'json' }
    }
    default:
      return { ...facts, kind: 'json' }
  }
}

const kindOf = (value: JsonValue): string =>
  tagOf(value) ?? (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)

const sameOf = (kinds: readonly string[]): string | undefined =>
  kinds.every((kind) => kind === kinds[0]) ? kinds[0] : undefined

/** Keys in the order of the newest, then those that only others have. */
const keysOf = (objects: readonly JsonObject[]): readonly string[] => [...new Set(objects.flatMap(Object.keys))]

/** Absent counts as undefined, so that a key that some have not is optional. */
const valuesAt = (objects: readonly JsonObject[], key: string): readonly JsonValue[] =>
  objects.map((each) => (Object.hasOwn(each, key) ? (each[key] as JsonValue) : { $undefined: true }))

/** Values that come again and again are worth a list; those that are new each time are not. */
function fewOf(values: readonly JsonValue[]): { readonly seen?: readonly JsonValue[] } {
  const seen = [...new Set(values)]
  const isFew = seen.length <= SEEN_MAX && values.length >= 2 * seen.length
  return isFew ? { seen: seen.filter((value) => typeof value !== 'string' || value.length <= SEEN_LENGTH_MAX) } : {}
}

const SEEN_DEPTH_MAX = 3
const FIELDS_MAX = 40
const SEEN_MAX = 6
const SEEN_LENGTH_MAX = 40
