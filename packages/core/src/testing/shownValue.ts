import { kindOf } from '../codec/kindOf.ts'

/** A value in one short line, for messages: about as code would write it. */
export function shownValue(value: unknown, lengthMax = 200): string {
  const text = written(value, DEPTH_SHOWN_MAX)
  return text.length > lengthMax ? `${text.slice(0, lengthMax)}…` : text
}

const DEPTH_SHOWN_MAX = 8
const ITEMS_SHOWN_MAX = 50

function written(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'bigint':
      return `${value}n`
    case 'function':
      return value.name || 'a function'
    case 'object':
      return value === null ? 'null' : writtenObject(value, depth)
    default:
      return Object.is(value, -0) ? '-0' : String(value)
  }
}

function writtenObject(value: object, depth: number): string {
  if (isMatcher(value)) return matcherName(value)
  if (depth === 0) return '…'
  const inside = (part: unknown) => written(part, depth - 1)
  const some = (parts: Iterable<string>) => {
    const all = [...parts]
    return all.length > ITEMS_SHOWN_MAX ? [...all.slice(0, ITEMS_SHOWN_MAX), '…'].join(', ') : all.join(', ')
  }
  const entries = (pairs: Iterable<readonly [unknown, unknown]>) =>
    some(Array.from(pairs, ([key, part]) => `${inside(key)} => ${inside(part)}`))
  switch (kindOf(value)) {
    case 'array':
      return `[${some((value as readonly unknown[]).map(inside))}]`
    case 'date':
      return Number.isNaN((value as Date).getTime()) ? 'Invalid Date' : (value as Date).toISOString()
    case 'map':
      return `Map {${entries(value as ReadonlyMap<unknown, unknown>)}}`
    case 'set':
      return `Set {${some(Array.from(value as ReadonlySet<unknown>, inside))}}`
    case 'table':
      return `table {${entries(value as Iterable<[unknown, unknown]>)}}`
    case 'view':
      return `${value.constructor.name} [${some(Array.from(value as Uint8Array, String))}]`
    case 'object':
      return `{ ${some(Object.entries(value).map(([key, part]) => `${key}: ${inside(part)}`))} }`
    default:
      return value instanceof Error ? `${value.name}: ${value.message}` : value.constructor?.name || 'an object'
  }
}

/** A matcher of Vitest, Jest, Jasmine or Sinon-like kits: `expect.any(String)`. */
export interface Matcher {
  asymmetricMatch(value: unknown): boolean
}

export const isMatcher = (value: unknown): value is Matcher =>
  typeof value === 'object' &&
  value !== null &&
  'asymmetricMatch' in value &&
  typeof value.asymmetricMatch === 'function'

function matcherName(matcher: object): string {
  if ('toAsymmetricMatcher' in matcher && typeof matcher.toAsymmetricMatcher === 'function')
    return String(matcher.toAsymmetricMatcher())
  return String(matcher)
}
