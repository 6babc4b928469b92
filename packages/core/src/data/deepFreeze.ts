import { isPlainObject } from './isPlainObject.ts'

/**
 * Freezes plain objects and arrays, all the way down, and what maps and sets hold. Maps, sets,
 * dates and bytes themselves cannot be frozen. Stops at what is frozen already.
 *
 * In development only: copying a frozen array is 30 times slower.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (Array.isArray(value)) {
    Object.freeze(value)
    for (const item of value) deepFreeze(item)
  } else if (isPlainObject(value)) {
    Object.freeze(value)
    for (const key in value) deepFreeze(value[key])
  } else if (value instanceof Map) {
    for (const [key, item] of value) {
      deepFreeze(key)
      deepFreeze(item)
    }
  } else if (value instanceof Set) {
    for (const item of value) deepFreeze(item)
  }
  return value
}
