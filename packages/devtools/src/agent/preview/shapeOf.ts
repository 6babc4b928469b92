import type { Table } from '@playhead/core'
import { isTable } from '@playhead/core/inspect'

/** The kinds of values that have parts. */
export type ShapeKind = 'object' | 'array' | 'map' | 'set' | 'table' | 'bytes' | 'error' | 'instance'

/** A value's parts, read without running any of the app's code but a proxy's traps. */
export interface Shape {
  readonly kind: ShapeKind
  readonly label: string
  readonly size: number
  /** Parts from one place to another, `to` not included. */
  parts(from: number, to: number): readonly Part[]
  /** All parts, one after the other: cheaper than windows, which count from the beginning. */
  each(): Iterable<Part>
  /** Keys of those parts. */
  keys(from: number, to: number): readonly (string | number)[]
  /** The part of a key as {@link parts} gives it; `undefined` where there is none. */
  at(key: string | number): Part | undefined
}

export interface Part {
  /** As used in a path. */
  readonly key: string | number
  /** The key as a value, where it is none of those. */
  readonly keyValue?: unknown
  readonly value: unknown
  /** It is computed when it is read: that would run the app's code. */
  readonly accessor: boolean
}

type AnyTable = Table<string | number, unknown>

/**
 * What parts an object has.
 *
 * @throws whatever a proxy's traps throw
 */
export function shapeOf(value: object): Shape {
  // Most are plain, and what asks for other kinds throws where it finds none.
  if (Object.getPrototypeOf(value) === Object.prototype) return fieldsShape(value)
  if (isTable(value)) return tableShape(value as unknown as AnyTable)
  if (Array.isArray(value)) return arrayShape(value)
  if (isMap(value)) return mapShape(value)
  if (isSet(value)) return setShape(value)
  const bytes = bytesOf(value)
  if (bytes) return bytesShape(value, bytes)
  return fieldsShape(value)
}

function arrayShape(value: readonly unknown[]): Shape {
  const size = value.length
  const at = (index: number) => ownPart(value, String(index), index)
  return {
    kind: 'array',
    label: `Array(${count(size)})`,
    size,
    parts: (from, to) => range(from, Math.min(to, size)).map((index) => at(index) ?? hole(index)),
    *each() {
      for (let index = 0; index < size; index++) yield at(index) ?? hole(index)
    },
    keys: (from, to) => range(from, Math.min(to, size)),
    at: (key) => (isIndex(key, size) ? (at(Number(key)) ?? hole(Number(key))) : undefined),
  }
}

function tableShape(table: AnyTable): Shape {
  return {
    kind: 'table',
    label: `Table(${count(table.size)})`,
    size: table.size,
    parts: (from, to) => window(table.entries(), from, to).map(([key, row]) => given(key, row)),
    *each() {
      for (const [key, row] of table.entries()) yield given(key, row)
    },
    keys: (from, to) => window(table.keys(), from, to),
    at: (key) => (table.has(key) ? given(key, table.get(key)) : undefined),
  }
}

function mapShape(map: ReadonlyMap<unknown, unknown>): Shape {
  const size = sizeOfMap.call(map)
  const part = ([key, value]: [unknown, unknown], index: number): Part =>
    typeof key === 'string' || typeof key === 'number'
      ? given(key, value)
      : { ...given(placeKey(index), value), keyValue: key }
  const entries = () => mapEntries.call(map)
  return {
    kind: 'map',
    label: `Map(${count(size)})`,
    size,
    parts: (from, to) => window(entries(), from, to).map((entry, at) => part(entry, from + at)),
    *each() {
      let index = 0
      for (const entry of entries()) yield part(entry, index++)
    },
    keys: (from, to) => window(entries(), from, to).map((entry, at) => part(entry, from + at).key),
    at(key) {
      if (mapHas.call(map, key)) return given(key, mapGet.call(map, key))
      const place = placeOf(key)
      const [entry] = place === undefined ? [] : window(entries(), place, place + 1)
      return entry && part(entry, place as number)
    },
  }
}

function setShape(set: ReadonlySet<unknown>): Shape {
  const size = sizeOfSet.call(set)
  const values = (from: number, to: number) => window(setValues.call(set), from, to)
  return {
    kind: 'set',
    label: `Set(${count(size)})`,
    size,
    parts: (from, to) => values(from, to).map((value, at) => given(from + at, value)),
    *each() {
      let index = 0
      for (const value of setValues.call(set)) yield given(index++, value)
    },
    keys: (from, to) => range(from, Math.min(to, size)),
    at: (key) => (isIndex(key, size) ? given(Number(key), values(Number(key), Number(key) + 1)[0]) : undefined),
  }
}

function bytesShape(value: object, bytes: Uint8Array): Shape {
  const size = bytes.length
  return {
    kind: 'bytes',
    label: `${classNameOf(value) ?? 'bytes'}(${count(size)} ${size === 1 ? 'byte' : 'bytes'})`,
    size,
    parts: (from, to) => range(from, Math.min(to, size)).map((index) => given(index, bytes[index])),
    *each() {
      for (let index = 0; index < size; index++) yield given(index, bytes[index])
    },
    keys: (from, to) => range(from, Math.min(to, size)),
    at: (key) => (isIndex(key, size) ? given(Number(key), bytes[Number(key)]) : undefined),
  }
}

function fieldsShape(value: object): Shape {
  const keys = keysOf(value)
  const isError = isErrorLike(value)
  const isPlain = isPlainObject(value)
  return {
    kind: isError ? 'error' : isPlain ? 'object' : 'instance',
    label: isError ? errorLabel(value) : isPlain ? 'Object' : (classNameOf(value) ?? 'Object'),
    size: keys.length,
    parts: (from, to) => keys.slice(from, to).flatMap((key) => ownPart(value, key, keyText(key)) ?? []),
    *each() {
      for (const key of keys) {
        const part = ownPart(value, key, keyText(key))
        if (part) yield part
      }
    },
    keys: (from, to) => keys.slice(from, to).map(keyText),
    at(key) {
      const own = ownPart(value, String(key), key)
      if (own) return own
      const symbol = keys.find((each) => typeof each === 'symbol' && keyText(each) === key)
      return symbol === undefined ? undefined : ownPart(value, symbol, key)
    },
  }
}

/**
 * Keys that can be enumerated, symbols last. Of large objects they are remembered: a window of a
 * hundred of them is not to cost a list of them all each time.
 */
function keysOf(value: object): readonly (string | symbol)[] {
  const known = largeKeys.get(value)
  if (known) return known
  const names = Object.keys(value)
  // Errors keep what matters in fields that are not enumerated.
  if (isErrorLike(value)) for (const name of ['message', 'stack', 'cause']) addOwn(names, value, name)
  const symbols = Object.getOwnPropertySymbols(value)
  const keys = symbols.length > 0 ? [...names, ...symbols] : names
  if (keys.length > LARGE_KEYS) largeKeys.set(value, keys)
  return keys
}

function addOwn(names: string[], value: object, name: string): void {
  if (Object.hasOwn(value, name) && !names.includes(name)) names.push(name)
}

const largeKeys = new WeakMap<object, readonly (string | symbol)[]>()
const LARGE_KEYS = 1_000

function ownPart(value: object, property: string | symbol, key: string | number): Part | undefined {
  const descriptor = Object.getOwnPropertyDescriptor(value, property)
  if (!descriptor) return undefined
  return { key, value: descriptor.value, accessor: descriptor.get !== undefined || descriptor.set !== undefined }
}

const given = (key: string | number, value: unknown): Part => ({ key, value, accessor: false })
const hole = (key: number): Part => given(key, undefined)

/** Symbols, and keys of maps that are objects, cannot stand in a path: their place does, in a form that no text has. */
const placeKey = (index: number): string => `⟨${index}⟩`

function placeOf(key: string | number): number | undefined {
  const match = typeof key === 'string' ? /^⟨(\d+)⟩$/.exec(key) : undefined
  return match ? Number(match[1]) : undefined
}

const keyText = (key: string | symbol): string => (typeof key === 'string' ? key : String(key))

/** The name of a value's class, where that can be told without running its code. */
export const classNameOf = (value: object): string | undefined => namesAbove(value).next().value ?? undefined

/** Names of its class and of those above, nearest first. */
function* namesAbove(value: object): Generator<string, void, void> {
  for (let prototype: unknown = Object.getPrototypeOf(value), depth = 0; depth < PROTOTYPES_MAX; depth++) {
    if (typeof prototype !== 'object' || prototype === null) return
    const made: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value
    const name: unknown = typeof made === 'function' ? Object.getOwnPropertyDescriptor(made, 'name')?.value : undefined
    if (typeof name === 'string' && name !== '') yield name
    prototype = Object.getPrototypeOf(prototype)
  }
}

const PROTOTYPES_MAX = 16

/** Also of another window, where its classes are others. */
function isErrorLike(value: object): boolean {
  if (value instanceof Error) return true
  return isForeign(value) && namesAbove(value).some((name) => name === 'Error')
}

/** Whether it was made by another window, whose `Object` is another. */
export const isForeign = (value: object): boolean => !(value instanceof Object) && Object.getPrototypeOf(value) !== null

function errorLabel(error: object): string {
  const name = classNameOf(error) ?? 'Error'
  const message: unknown = Object.getOwnPropertyDescriptor(error, 'message')?.value
  return typeof message === 'string' && message !== '' ? `${name}: ${message}` : name
}

/** Objects of another window have another `Object`. */
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
}

function bytesOf(value: object): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined
}

// By the platform's own methods: an instance may have others of the same name.
const sizeOfMap = Object.getOwnPropertyDescriptor(Map.prototype, 'size')?.get as (this: object) => number
const sizeOfSet = Object.getOwnPropertyDescriptor(Set.prototype, 'size')?.get as (this: object) => number
const { entries: mapEntries, has: mapHas, get: mapGet } = Map.prototype
const { values: setValues } = Set.prototype

const isMap = (value: object): value is ReadonlyMap<unknown, unknown> => answers(value, sizeOfMap)
const isSet = (value: object): value is ReadonlySet<unknown> => answers(value, sizeOfSet)

function answers(value: object, size: (this: object) => number): boolean {
  try {
    size.call(value)
    return true
  } catch {
    return false
  }
}

function window<T>(items: IterableIterator<T>, from: number, to: number): T[] {
  const found: T[] = []
  let at = 0
  for (const item of items) {
    if (at >= to) break
    if (at++ >= from) found.push(item)
  }
  return found
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

const isIndex = (key: string | number, size: number): boolean => {
  const index = Number(key)
  return Number.isInteger(index) && index >= 0 && index < size
}

const count = (size: number): string => size.toLocaleString('en')
