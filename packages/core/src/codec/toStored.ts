import { lockCollection } from '../data/deepFreeze.ts'
import { DEPTH_MAX } from '../data/depthMax.ts'
import { shownPath } from '../data/shownPath.ts'
import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { bytesOf, makeView, viewName } from './byteViews.ts'
import { kindOf } from './kindOf.ts'
import { keySize, largestPart, ownSize, shownKey, storedSize } from './storedSize.ts'
import { isTooLong, TOO_LONG } from './tags.ts'
import { whyNot } from './whyNot.ts'

type Fields = Record<string, unknown>

/**
 * Checks that a value can be stored, and gives what a reader of the stored value would see.
 *
 * Plain objects and arrays are given back as they are, in development frozen. Maps, sets,
 * dates and bytes are copied, with the objects that hold them, because freezing cannot protect
 * them; the copies of maps and sets are locked. Costs O(value), and stops at `bytesMax`.
 *
 * `path` is what the value is called in messages, `bytesMax` the largest size as `storedSize`
 * counts it.
 *
 * @throws PlayheadError `dispatch/not-storable` with the path of the part that cannot be stored
 * @throws PlayheadError `dispatch/payload-too-large` with the path of the largest part
 */
export function toStored<T>(value: T, path = 'payload', bytesMax = Number.POSITIVE_INFINITY): T {
  const size = flatSize(value)
  if (size >= 0 && size <= bytesMax) return DEV && typeof value === 'object' ? Object.freeze(value) : value
  return new Walk(value, path, bytesMax).part(value) as T
}

/**
 * The size of a primitive, or of a plain object of primitives that can be stored; −1 for anything
 * else. So are most payloads, and they need no walk: one of four fields costs 0.1 us here, 0.5 us there.
 */
function flatSize(value: unknown): number {
  if (typeof value !== 'object' || value === null) return primitiveSize(value)
  if (Object.getPrototypeOf(value) !== Object.prototype || Object.getOwnPropertySymbols(value).length > 0) return -1
  let size = ownSize(value)
  for (const key in value) {
    const field = Object.getOwnPropertyDescriptor(value, key)
    if (field === undefined || !('value' in field) || key === '__proto__') return -1
    const fieldSize = primitiveSize(field.value)
    if (fieldSize < 0) return -1
    size += keySize(key) + fieldSize
  }
  return size
}

/** −1 for objects, for what cannot be stored, and for what has to be looked at. */
function primitiveSize(value: unknown): number {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return ownSize(value)
    default:
      return value === null ? ownSize(value) : -1
  }
}

class Walk {
  readonly #whole: unknown
  readonly #root: string
  readonly #bytesMax: number
  #bytes = 0
  readonly #path: PropertyKey[] = []
  /** The objects that hold the one being looked at. */
  readonly #holders: object[] = []

  constructor(whole: unknown, root: string, bytesMax: number) {
    this.#whole = whole
    this.#root = root
    this.#bytesMax = bytesMax
  }

  part(value: unknown): unknown {
    if (typeof value === 'function' || typeof value === 'symbol') throw this.#refused(value)
    if (typeof value === 'bigint' && isTooLong(value)) throw this.#refused(value, TOO_LONG)
    this.#count(ownSize(value))
    if (typeof value !== 'object' || value === null) return value
    if (this.#holders.includes(value)) throw this.#refused(value, 'holds itself')
    if (this.#holders.length === DEPTH_MAX) throw this.#refused(value, `is nested more than ${DEPTH_MAX} levels deep`)
    this.#holders.push(value)
    const stored = this.#object(value)
    this.#holders.pop()
    return stored
  }

  #object(value: object): unknown {
    switch (kindOf(value)) {
      case 'object':
        return frozen(this.#fields(value as Fields))
      case 'array':
        return frozen(this.#items(value as readonly unknown[]))
      case 'date':
        return new Date(value as Date)
      case 'map':
        return locked(this.#map(value as ReadonlyMap<unknown, unknown>))
      case 'set':
        return locked(new Set(this.#all(value as ReadonlySet<unknown>)))
      case 'table':
        // A log may store records by structured clone, which knows nothing of tables.
        throw this.#refused(value, 'is a table, which belongs in state: send its rows as an array of entries')
      case 'buffer':
        return (value as ArrayBuffer).slice(0)
      case 'view': {
        const name = viewName(value as ArrayBufferView)
        if (name === undefined) throw this.#refused(value)
        return makeView(name, bytesOf(value as ArrayBufferView))
      }
      default:
        throw this.#refused(value)
    }
  }

  #fields(value: Fields): Fields {
    if (Object.getOwnPropertySymbols(value).length > 0) throw this.#refused(value, 'has a symbol as a key')
    // An object without a prototype is read back with one.
    let copy: Fields | undefined = Object.getPrototypeOf(value) === null ? { ...value } : undefined
    for (const key of Object.keys(value)) {
      this.#count(keySize(key))
      if (key === '__proto__')
        throw this.#refused(value, 'has the key `__proto__`, which could change what its reader inherits')
      const descriptor = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor
      if (!('value' in descriptor)) throw this.#refusedAt(key, 'is computed by a getter')
      const field = value[key]
      const stored = this.#at(key, field)
      if (Object.is(stored, field)) continue
      copy ??= { ...value }
      copy[key] = stored
    }
    return copy ?? value
  }

  #items(value: readonly unknown[]): readonly unknown[] {
    let copy: unknown[] | undefined
    for (let at = 0; at < value.length; at++) {
      const item = value[at]
      if (item === undefined && !(at in value)) throw this.#refusedAt(at, 'is a hole in an array')
      this.#count(1)
      const stored = this.#at(at, item)
      if (Object.is(stored, item)) continue
      copy ??= value.slice()
      copy[at] = stored
    }
    if (Object.keys(value).length !== value.length)
      throw this.#refused(value, 'is an array that has fields beside its items')
    return copy ?? value
  }

  #map(value: ReadonlyMap<unknown, unknown>): Map<unknown, unknown> {
    const copy = new Map<unknown, unknown>()
    for (const [key, item] of value) {
      const shown = shownKey(key)
      this.#count(4)
      copy.set(this.#at(shown, key), this.#at(shown, item))
    }
    return copy
  }

  #all(values: Iterable<unknown>): unknown[] {
    let at = 0
    return Array.from(values, (value) => this.#at(at++, value))
  }

  #at(key: PropertyKey, value: unknown): unknown {
    this.#path.push(key)
    const stored = this.part(value)
    this.#path.pop()
    return stored
  }

  #count(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes > this.#bytesMax) throw this.#tooLarge()
  }

  #refusedAt(key: PropertyKey, why: string): PlayheadError {
    this.#path.push(key)
    return this.#refused(undefined, why)
  }

  #refused(value: unknown, why = whyNot(value)): PlayheadError {
    return new PlayheadError({
      code: 'dispatch/not-storable',
      message: DEV
        ? `Cannot dispatch this action: ${shownPath(this.#root, this.#path)} ${why}. Send plain data: objects, arrays, strings, numbers, booleans, bigints, dates, maps, sets and bytes.`
        : [shownPath(this.#root, this.#path), why],
    })
  }

  #tooLarge(): PlayheadError {
    const { path, size } = largestPart(this.#whole)
    return new PlayheadError({
      code: 'dispatch/payload-too-large',
      message: `Cannot dispatch this action: ${this.#root} takes about ${storedSize(this.#whole)} bytes, and ${this.#bytesMax} are the limit. Most of it is ${shownPath(this.#root, path)}, with about ${size}. Keep large data out of the log and dispatch what it can be found by, or raise payloadBytesMax.`,
    })
  }
}

/** In production too: a reducer that takes one into its state would write to the log by `state.map.set(…)`. */
const locked = <T extends object>(collection: T): T => {
  lockCollection(collection)
  return collection
}

const frozen = <T extends object>(value: T): T => (DEV ? Object.freeze(value) : value)
