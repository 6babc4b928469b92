import type { JsonValue } from '@playhead/core'
import { isObject, tagOf } from './Field.ts'
import type { PayloadDraft } from './PayloadDraft.ts'

export const memberOf = (value: JsonValue | undefined, key: string): JsonValue | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined

/** The value with another part at a path; without the part where that is `undefined`. */
export function withMember(whole: JsonValue, path: readonly string[], part: JsonValue | undefined): JsonValue {
  const [key, ...rest] = path
  if (key === undefined) return part ?? { $undefined: true }
  const object = isObject(whole) && tagOf(whole) === undefined ? whole : {}
  const next = rest.length === 0 ? part : withMember(object[key] ?? {}, rest, part)
  const entries = Object.entries(object).filter(([each]) => each !== key || next !== undefined)
  if (next === undefined) return Object.fromEntries(entries)
  return Object.hasOwn(object, key)
    ? Object.fromEntries(entries.map(([each, value]) => [each, each === key ? next : value]))
    : { ...object, [key]: next }
}

export const withoutText = (texts: PayloadDraft['texts'], path: string): PayloadDraft['texts'] =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => key !== path))
