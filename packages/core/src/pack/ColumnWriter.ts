import { encode } from '../codec/encode.ts'
import { stringify } from '../codec/stringify.ts'
import { ByteWriter } from './ByteWriter.ts'
import { writeInts } from './ints.ts'
import {
  ARRAY,
  BOOLEAN,
  DATE,
  ENTRIES,
  kindOfValue,
  MIXED,
  NULL,
  NUMBER,
  OBJECT,
  OTHER,
  TEXT,
  UNDEFINED,
} from './kinds.ts'
import { writeNumbers } from './numbers.ts'
import type { Shapes } from './Shapes.ts'
import { columnsOf, shapesOf } from './Shapes.ts'
import { TextTable } from './texts.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Writes columns of values of any kind that can be stored, objects and arrays as columns of
 * their parts. Strings go into two tables: names of fields, and texts.
 */
export class ColumnWriter {
  readonly out = new ByteWriter()
  readonly names = new TextTable()
  readonly texts = new TextTable()
  #values = 0

  /**
   * @throws PlayheadError `codec/not-storable` for a value that cannot be stored
   */
  column(values: readonly unknown[], depth = 0): void {
    if (values.length === 0) return
    const kinds = kindsOf(values)
    if (typeof kinds === 'number') {
      this.#uniform(kinds, values, depth)
      return
    }
    const present = [...new Set(kinds)]
    this.out.byte(MIXED)
    this.out.varint(present.length)
    writeInts(
      this.out,
      kinds.map((kind) => present.indexOf(kind)),
    )
    for (const kind of present)
      this.#uniform(
        kind,
        values.filter((_, at) => kinds[at] === kind),
        depth + 1,
      )
  }

  /** Names of the fields of some objects, and of which shape each is. */
  shapes({ shapes, tags }: Shapes): void {
    this.out.varint(shapes.length)
    for (const keys of shapes) {
      this.out.varint(keys.length)
      for (const key of keys) this.out.varint(this.names.place(key))
    }
    if (shapes.length > 1) writeInts(this.out, tags)
  }

  #uniform(kind: number, values: readonly unknown[], depth: number): void {
    switch (kind) {
      case UNDEFINED:
      case NULL:
        this.out.byte(kind)
        return
      case BOOLEAN:
        this.out.byte(kind)
        writeInts(this.out, values.map(Number))
        return
      case NUMBER:
        this.out.byte(kind)
        writeNumbers(this.out, values as readonly number[])
        return
      case TEXT:
        this.out.byte(kind)
        this.#texts(values as readonly string[])
        return
      case DATE:
        this.out.byte(kind)
        writeInts(
          this.out,
          (values as readonly Date[]).map((date) => date.getTime()),
        )
        return
      case OBJECT:
        if (!this.#objects(values as readonly Fields[], depth)) this.#others(values)
        return
      case ARRAY:
        if (!this.#arrays(values as readonly (readonly unknown[])[], depth)) this.#others(values)
        return
      default:
        this.#others(values)
    }
  }

  #objects(values: readonly Fields[], depth: number): boolean {
    const found = shapesOf(values, SHAPES_MAX)
    if (found === undefined) return this.#entries(values, depth)
    if (found.shapes.some((keys) => keys.includes('__proto__'))) throw refused(values)
    let parts = 0
    for (const tag of found.tags) parts += (found.shapes[tag] as readonly string[]).length
    if (!this.#take(parts, depth)) return false
    this.out.byte(OBJECT)
    this.shapes(found)
    for (const column of columnsOf(values, found).values()) this.column(column, depth + 1)
    return true
  }

  #entries(values: readonly Fields[], depth: number): boolean {
    const keys = values.map((value) => Object.keys(value))
    const all = keys.flat()
    if (all.includes('__proto__')) throw refused(values)
    if (!this.#take(2 * all.length, depth)) return false
    this.out.byte(ENTRIES)
    writeInts(
      this.out,
      keys.map(({ length }) => length),
    )
    this.#texts(all)
    this.column(
      values.flatMap((value, at) => (keys[at] as string[]).map((key) => value[key])),
      depth + 1,
    )
    return true
  }

  #arrays(values: readonly (readonly unknown[])[], depth: number): boolean {
    let parts = 0
    for (const { length } of values) parts += length
    if (!this.#take(parts, depth)) return false
    this.out.byte(ARRAY)
    writeInts(
      this.out,
      values.map(({ length }) => length),
    )
    const items = new Array<unknown>(parts)
    let to = 0
    for (const value of values) for (let at = 0; at < value.length; at++) items[to++] = value[at]
    this.column(items, depth + 1)
    return true
  }

  #others(values: readonly unknown[]): void {
    this.out.byte(OTHER)
    this.#texts(values.map(stringify))
  }

  #texts(values: readonly string[]): void {
    writeInts(
      this.out,
      values.map((value) => this.texts.place(value)),
    )
  }

  /** Whether so many parts may become columns. What is deeper, or more, is left to the codec. */
  #take(parts: number, depth: number): boolean {
    if (depth >= COLUMN_DEPTH_MAX || this.#values + parts > COLUMN_VALUES_MAX) return false
    this.#values += parts
    return true
  }
}

/** Parts of objects and arrays in one segment that become columns. */
export const COLUMN_VALUES_MAX = 262_144
/** Columns inside columns. */
export const COLUMN_DEPTH_MAX = 32
/** Different shapes of objects in one column, before they are taken for maps. */
export const SHAPES_MAX = 64

/** The one kind of all values, or the kind of each. */
function kindsOf(values: readonly unknown[]): number | readonly number[] {
  const first = kindOfValue(values[0])
  let at = 1
  while (at < values.length && kindOfValue(values[at]) === first) at++
  return at === values.length ? first : values.map(kindOfValue)
}

/** The codec says it best. */
function refused(values: readonly unknown[]): unknown {
  try {
    encode(values)
  } catch (thrown) {
    return thrown
  }
  return new Error('The codec takes a value that columns refuse.')
}
