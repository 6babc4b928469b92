import { parse } from '../codec/parse.ts'
import { messageOf } from '../error/PlayheadError.ts'
import type { ByteReader } from './ByteReader.ts'
import { COLUMN_DEPTH_MAX, COLUMN_VALUES_MAX } from './ColumnWriter.ts'
import { readInts } from './ints.ts'
import { ARRAY, BOOLEAN, DATE, ENTRIES, MIXED, NULL, NUMBER, OBJECT, OTHER, TEXT, UNDEFINED } from './kinds.ts'
import { readNumbers } from './numbers.ts'
import type { Shapes } from './Shapes.ts'
import { fieldsOf, objectsOf } from './Shapes.ts'
import { segmentCorrupt } from './segmentCorrupt.ts'

/** Reads what a `ColumnWriter` wrote, by its tables of names and texts. */
export class ColumnReader {
  readonly from: ByteReader
  readonly #names: readonly string[]
  readonly #texts: readonly string[]
  #values = 0

  constructor(from: ByteReader, names: readonly string[], texts: readonly string[]) {
    this.from = from
    this.#names = names
    this.#texts = texts
  }

  /**
   * @throws PlayheadError `log/segment-corrupt`
   */
  column(count: number, depth = 0): readonly unknown[] {
    if (count === 0) return []
    const { from } = this
    if (depth === 0) this.#take(count)
    // One more than is written: kinds of a mixed column stand a level below it.
    if (depth > COLUMN_DEPTH_MAX + 1) throw from.corrupt(`columns stand ${depth} deep`)
    const kind = from.byte()
    switch (kind) {
      case UNDEFINED:
        return new Array<undefined>(count).fill(undefined)
      case NULL:
        return new Array<null>(count).fill(null)
      case BOOLEAN:
        return readInts(from, count).map(Boolean)
      case NUMBER:
        return readNumbers(from, count)
      case TEXT:
        return this.#readTexts(count)
      case DATE:
        return readInts(from, count).map((time) => new Date(time))
      case OBJECT:
        return this.#objects(count, depth)
      case ARRAY:
        return this.#arrays(count, depth)
      case OTHER:
        return this.#readTexts(count).map(readOther)
      case MIXED:
        return this.#mixed(count, depth)
      case ENTRIES:
        return this.#entries(count, depth)
      default:
        throw from.corrupt(`${kind} is no kind of column`)
    }
  }

  shapes(count: number): Shapes {
    const { from } = this
    const shapes = Array.from({ length: from.count() }, () =>
      Array.from({ length: from.count() }, () => this.#key(this.#names[from.varint()])),
    )
    if (shapes.length === 0) throw from.corrupt('objects have no shape')
    if (shapes.some((keys) => new Set(keys).size < keys.length)) throw from.corrupt('an object has a field twice')
    const tags = shapes.length > 1 ? this.places(count, shapes.length) : new Array<number>(count).fill(0)
    return { shapes, tags }
  }

  /** Whole numbers from 0 that are less than `limit`. */
  places(count: number, limit: number): readonly number[] {
    const places = readInts(this.from, count)
    for (const place of places) {
      if (place < 0 || place >= limit) throw this.from.corrupt(`${place} is not one of ${limit} places`)
    }
    return places
  }

  #objects(count: number, depth: number): readonly unknown[] {
    const shapes = this.shapes(count)
    const lengths = fieldLengths(shapes)
    for (const length of lengths.values()) this.#take(length)
    return objectsOf(shapes, new Map(Array.from(lengths, ([field, length]) => [field, this.column(length, depth + 1)])))
  }

  #arrays(count: number, depth: number): readonly unknown[] {
    const lengths = this.#lengths(count)
    const items = this.column(this.#total(lengths), depth + 1)
    let to = 0
    return lengths.map((length) => {
      to += length
      return items.slice(to - length, to)
    })
  }

  #entries(count: number, depth: number): readonly unknown[] {
    const lengths = this.#lengths(count)
    const total = this.#total(lengths)
    const keys = this.#readTexts(total)
    const values = this.column(total, depth + 1)
    let at = 0
    return lengths.map((length) => {
      const object: Record<string, unknown> = {}
      for (const end = at + length; at < end; at++) object[this.#key(keys[at])] = values[at]
      return object
    })
  }

  #mixed(count: number, depth: number): readonly unknown[] {
    const kinds = this.from.count()
    const tags = this.places(count, kinds)
    const counts = new Array<number>(kinds).fill(0)
    for (const tag of tags) counts[tag] = (counts[tag] as number) + 1
    const columns = counts.map((each) => this.column(each, depth + 1))
    const next = new Array<number>(kinds).fill(0)
    return tags.map((tag) => {
      const at = next[tag] as number
      next[tag] = at + 1
      return (columns[tag] as readonly unknown[])[at]
    })
  }

  #readTexts(count: number): readonly string[] {
    const places = readInts(this.from, count)
    const texts = new Array<string>(count)
    for (let at = 0; at < count; at++) {
      const text = this.#texts[places[at] as number]
      if (text === undefined) throw this.from.corrupt(`there is no text ${places[at]}`)
      texts[at] = text
    }
    return texts
  }

  #lengths(count: number): readonly number[] {
    return this.places(count, COLUMN_VALUES_MAX + 1)
  }

  #total(lengths: readonly number[]): number {
    let total = 0
    for (const length of lengths) total += length
    this.#take(total)
    return total
  }

  #key(key: string | undefined): string {
    if (key === undefined || key === '__proto__') throw this.from.corrupt(`${key} is no name of a field`)
    return key
  }

  /** A few bytes can stand for any number of equal values, so they are counted before room is made for them. */
  #take(values: number): void {
    this.#values += values
    if (this.#values > VALUES_MAX) throw this.from.corrupt(`it unfolds to more than ${VALUES_MAX} values`)
  }
}

/** Those of records, and those of their parts. */
const VALUES_MAX = 2 * COLUMN_VALUES_MAX

/** How many objects have each field. */
export function fieldLengths({ shapes, tags }: Shapes): ReadonlyMap<string, number> {
  const [only] = shapes
  const lengths = new Map(fieldsOf(shapes).map((field) => [field, 0]))
  const counts = new Array<number>(shapes.length).fill(0)
  if (shapes.length === 1) counts[0] = tags.length
  else for (const tag of tags) counts[tag] = (counts[tag] as number) + 1
  for (const [tag, keys] of only ? shapes.entries() : [])
    for (const key of keys) lengths.set(key, (lengths.get(key) as number) + (counts[tag] as number))
  return lengths
}

function readOther(text: string): unknown {
  try {
    return parse(text)
  } catch (thrown) {
    throw segmentCorrupt(messageOf(thrown), thrown)
  }
}
