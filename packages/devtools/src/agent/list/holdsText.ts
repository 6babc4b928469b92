import { shapeOf } from '../preview/shapeOf.ts'

/**
 * Whether a key, a text or a number within a value contains some text, which is given in lower case.
 * Looks at the first 10,000 parts and the first 100,000 characters of each.
 */
export function holdsText(value: unknown, text: string): boolean {
  const looked = { left: PARTS_SEARCHED_MAX }
  return holds(value, text, looked, 0)
}

const PARTS_SEARCHED_MAX = 10_000
const LEVELS_MAX = 64
const LENGTH_MAX = 100_000

function holds(value: unknown, text: string, looked: { left: number }, depth: number): boolean {
  if (looked.left-- <= 0 || depth > LEVELS_MAX) return false
  switch (typeof value) {
    case 'string':
      return textHolds(value, text)
    case 'number':
    case 'boolean':
      return String(value).toLowerCase().includes(text)
    case 'bigint':
      return String(BigInt.asIntN(1_024, value)).includes(text)
    case 'object':
      return value !== null && objectHolds(value, text, looked, depth)
    default:
      return false
  }
}

function objectHolds(value: object, text: string, looked: { left: number }, depth: number): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype) return fieldsHold(value, text, looked, depth)
  if (value instanceof Date) return !Number.isNaN(value.getTime()) && value.toISOString().toLowerCase().includes(text)
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return false
  try {
    for (const { key, keyValue, value: part, accessor } of shapeOf(value).each()) {
      if (looked.left <= 0) return false
      const isName = typeof key === 'string' && keyValue === undefined
      if (isName && textHolds(key, text)) return true
      if (keyValue !== undefined && holds(keyValue, text, looked, depth + 1)) return true
      if (!accessor && holds(part, text, looked, depth + 1)) return true
    }
  } catch {
    // It cannot be read: nothing is found in it.
  }
  return false
}

/** Most payloads are plain: this path makes nothing. */
function fieldsHold(value: object, text: string, looked: { left: number }, depth: number): boolean {
  for (const key in value) {
    if (textHolds(key, text)) return true
    const part = Object.getOwnPropertyDescriptor(value, key)
    if (part && 'value' in part && holds(part.value, text, looked, depth + 1)) return true
    if (looked.left <= 0) return false
  }
  return false
}

const textHolds = (value: string, text: string): boolean =>
  (value.length > LENGTH_MAX ? value.slice(0, LENGTH_MAX) : value).toLowerCase().includes(text)
