import type { JsonValue } from '@playhead/core'
import type { Field, JsonObject } from './Field.ts'
import { isObject } from './Field.ts'

/**
 * The field for values that a JSON Schema describes (draft 2020-12, of which a form needs the plain part: types,
 * properties, enums, bounds, references within the schema). What it cannot say in fields is written as JSON, and the
 * app's own check has the last word. `undefined` for text that is no schema.
 */
export function fieldOfSchema(text: string): Field | undefined {
  let schema: unknown
  try {
    schema = JSON.parse(text)
  } catch {
    return undefined
  }
  return isObject(schema) ? new SchemaReader(schema).field(schema, '', true, 0) : undefined
}

class SchemaReader {
  readonly #root: JsonObject

  constructor(root: JsonObject) {
    this.#root = root
  }

  field(given: JsonObject, name: string, isRequired: boolean, depth: number): Field {
    const schema = this.#resolved(given)
    const facts = {
      name,
      isRequired,
      ...(typeof schema.description === 'string' && { description: schema.description }),
    }
    const choices = choicesOf(schema)
    if (choices) return { ...facts, kind: 'choice', choices }
    switch (schema.type) {
      case 'string':
        return {
          ...facts,
          kind: 'text',
          ...numbersOf(schema, { minLength: 'lengthMin', maxLength: 'lengthMax' }),
          ...patternOf(schema),
        }
      case 'number':
      case 'integer':
        return {
          ...facts,
          kind: 'number',
          isWhole: schema.type === 'integer',
          ...numbersOf(schema, { minimum: 'min', maximum: 'max' }),
        }
      case 'boolean':
        return { ...facts, kind: 'yesNo' }
      case 'object':
        return this.#group(schema, facts, depth)
      default:
        return { ...facts, kind: 'json' }
    }
  }

  #group(schema: JsonObject, facts: { readonly name: string; readonly isRequired: boolean }, depth: number): Field {
    const { properties } = schema
    if (!isObject(properties) || depth >= FORM_DEPTH_MAX) return { ...facts, kind: 'json' }
    const required = Array.isArray(schema.required) ? schema.required : []
    const fields = Object.entries(properties).flatMap(([key, property]) =>
      isObject(property) ? [this.field(property, key, required.includes(key), depth + 1)] : [],
    )
    return fields.length > 0 ? { ...facts, kind: 'group', fields } : { ...facts, kind: 'json' }
  }

  /** Follows a reference, and takes the one alternative that is not null. */
  #resolved(schema: JsonObject, steps = 0): JsonObject {
    if (steps > REFERENCES_MAX) return {}
    if (typeof schema.$ref === 'string') {
      const target = this.#target(schema.$ref)
      return target ? this.#resolved(target, steps + 1) : {}
    }
    const either = Array.isArray(schema.anyOf) ? schema.anyOf : Array.isArray(schema.oneOf) ? schema.oneOf : undefined
    return either?.length === 1 && isObject(either[0]) ? this.#resolved(either[0], steps + 1) : schema
  }

  #target(reference: string): JsonObject | undefined {
    if (!reference.startsWith('#')) return undefined
    let target: JsonValue | undefined = this.#root as JsonValue
    for (const part of reference.split('/').slice(1)) {
      const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
      if (!isObject(target) || !Object.hasOwn(target, key)) return undefined
      target = target[key]
    }
    return isObject(target) ? target : undefined
  }
}

/** Values of an enum, of a constant, or of alternatives that are constants. */
function choicesOf(schema: JsonObject): readonly JsonValue[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum
  if ('const' in schema) return [schema.const as JsonValue]
  const either = Array.isArray(schema.anyOf) ? schema.anyOf : schema.oneOf
  if (!Array.isArray(either) || either.length === 0) return undefined
  const constants = either.flatMap((each) => (isObject(each) && 'const' in each ? [each.const as JsonValue] : []))
  return constants.length === either.length ? constants : undefined
}

function numbersOf<Name extends string>(
  schema: JsonObject,
  names: { readonly [key: string]: Name },
): { readonly [Key in Name]?: number } {
  const found: { [Key in Name]?: number } = {}
  for (const [key, name] of Object.entries(names)) {
    const value = schema[key]
    if (typeof value === 'number') found[name] = value
  }
  return found
}

const patternOf = ({ pattern }: JsonObject): { readonly pattern?: string } =>
  typeof pattern === 'string' && pattern.length <= PATTERN_LENGTH_MAX ? { pattern } : {}

const FORM_DEPTH_MAX = 4
const REFERENCES_MAX = 16
const PATTERN_LENGTH_MAX = 500
