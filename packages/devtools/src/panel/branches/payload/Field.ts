import type { JsonValue } from '@playhead/core'

/** How a payload, or a part of it, is filled in. Values are as the codec writes them. */
export type Field = FieldFacts &
  (
    | { readonly kind: 'text'; readonly lengthMin?: number; readonly lengthMax?: number; readonly pattern?: string }
    | { readonly kind: 'number'; readonly isWhole: boolean; readonly min?: number; readonly max?: number }
    | { readonly kind: 'yesNo' }
    /** One of a few values that the schema allows. */
    | { readonly kind: 'choice'; readonly choices: readonly JsonValue[] }
    | { readonly kind: 'date' }
    | { readonly kind: 'bigint' }
    | { readonly kind: 'group'; readonly fields: readonly Field[] }
    /** Anything else: written as JSON. */
    | { readonly kind: 'json' }
  )

interface FieldFacts {
  /** Its key in the group; empty for the payload itself. */
  readonly name: string
  readonly isRequired: boolean
  readonly description?: string
  /** A few values that it had, to choose from. Another one may be written. */
  readonly seen?: readonly JsonValue[]
}

export type JsonObject = { readonly [key: string]: JsonValue }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The tag of a value that JSON has not, such as `$date`; `undefined` for JSON's own. */
export function tagOf(value: JsonValue | undefined): string | undefined {
  if (!isObject(value)) return undefined
  const [key, ...others] = Object.keys(value)
  return key !== undefined && others.length === 0 && /^\$[^$]/.test(key) ? key : undefined
}
