import { encode } from './encode.ts'
import type { JsonValue } from './JsonValue.ts'
import { sortedKeys } from './sortedKeys.ts'

/**
 * A text that is the same for equal values and differs for others: what `stringify` writes,
 * with the fields of objects sorted. Maps, sets and tables stay in order of insertion, which is
 * part of their value; a table's `order` is not.
 *
 * @throws PlayheadError `codec/not-storable` with the path of the part that cannot be stored
 */
export const canonical = (value: unknown): string => text(encode(value))

function text(json: JsonValue): string {
  if (typeof json !== 'object' || json === null) return JSON.stringify(json)
  if (Array.isArray(json)) return `[${json.map(text).join()}]`
  const fields = json as { readonly [key: string]: JsonValue }
  return `{${sortedKeys(fields)
    .map((key) => `${JSON.stringify(key)}:${text(fields[key] as JsonValue)}`)
    .join()}}`
}
