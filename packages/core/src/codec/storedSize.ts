import { kindOf } from './kindOf.ts'

/**
 * About how many bytes a value takes when it is stored: the length of its JSON, with one byte
 * for a UTF-16 unit and eight for a number. Bytes count 4 for every 3, as in base64.
 */
export const storedSize = (value: unknown): number => sizeOnce(value, new Set())

/** Counts an object once, so that one which holds itself has a size too. */
function sizeOnce(value: unknown, seen: Set<object>): number {
  let size = ownSize(value)
  if (typeof value !== 'object' || value === null || seen.has(value)) return size
  seen.add(value)
  eachPart(value, (_, part, sizeOfKey) => {
    size += sizeOfKey + sizeOnce(part, seen)
  })
  return size
}

/** Without the parts of an object. */
export function ownSize(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return value.length + 2
    case 'number':
      return 8
    case 'bigint':
      return 32
    case 'object':
      return value === null ? 4 : ownSizeOfObject(value)
    default:
      return 4
  }
}

function ownSizeOfObject(value: object): number {
  if (value instanceof Date) return 34
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return 18 + Math.ceil(value.byteLength / 3) * 4
  return 2
}

/** What a key adds to the size of an object. */
export const keySize = (key: string): number => key.length + 3

/**
 * The place of the part to blame for a large value: the largest one that is not large because
 * of a single part of its own.
 */
export function largestPart(value: unknown): { readonly path: readonly PropertyKey[]; readonly size: number } {
  const path: PropertyKey[] = []
  let at = value
  let size = storedSize(value)
  while (path.length < SHOWN_MAX) {
    let largest: { key: PropertyKey; part: unknown; size: number } | undefined
    if (typeof at === 'object' && at !== null) {
      eachPart(at, (key, part) => {
        const partSize = storedSize(part)
        if (partSize > (largest?.size ?? size / 2)) largest = { key, part, size: partSize }
      })
    }
    if (largest === undefined) break
    path.push(largest.key)
    at = largest.part
    size = largest.size
  }
  return { path, size }
}

const SHOWN_MAX = 16

/** A key of a map, for a message. */
export const shownKey = (key: unknown): string => (typeof key === 'object' && key !== null ? '{…}' : String(key))

function eachPart(value: object, visit: (key: PropertyKey, part: unknown, keySize: number) => void): void {
  const kind = kindOf(value)
  if (kind === 'object') {
    for (const key of Object.keys(value)) visit(key, (value as Record<string, unknown>)[key], keySize(key))
  } else if (kind === 'array' || kind === 'set') {
    let at = 0
    for (const item of value as Iterable<unknown>) visit(at++, item, 1)
  } else if (kind === 'map' || kind === 'table') {
    for (const [key, item] of value as Iterable<[unknown, unknown]>) visit(shownKey(key), item, ownSize(key) + 4)
  }
}
