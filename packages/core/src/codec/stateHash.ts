import { DEPTH_MAX } from '../data/depthMax.ts'
import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import { versionOf } from '../table/TableBase.ts'
import { eachRow } from '../table/TableVersion.ts'
import { bytesOf, VIEW_NAMES, viewName } from './byteViews.ts'
import { Hash128 } from './Hash128.ts'
import { kindOf } from './kindOf.ts'
import { sortedKeys } from './sortedKeys.ts'
import { whyNot } from './whyNot.ts'

/**
 * 32 hexadecimal digits that are the same for equal values, in Node, in every browser and in
 * every process, and differ for others as far as 128 bits can. Equal is as `sameValue` and
 * `canonical` have it: `-0` is not `0`, the order of fields does not count, that of maps, sets
 * and rows does. Reads the value piece by piece; no text of the whole is ever made.
 *
 * Not for signatures: see `Hash128`.
 *
 * @throws PlayheadError `codec/not-storable` when a part cannot be stored
 */
export function stateHash(value: unknown): string {
  const hasher = new ValueHasher()
  hasher.part(value, 0)
  return hasher.digest()
}

/** The first word of each part. Changing one changes every hash, and the golden ones in the test. */
const UNDEFINED = 1
const NULL = 2
const FALSE = 3
const TRUE = 4
const INTEGER = 5
const FLOAT = 6
const BIGINT = 7
const TEXT = 8
const DATE = 9
const ARRAY = 10
const OBJECT = 11
const MAP = 12
const SET = 13
const TABLE = 14
const BUFFER = 15
const VIEW = 16

class ValueHasher {
  readonly #hash = new Hash128()

  digest(): string {
    return this.#hash.digest()
  }

  part(value: unknown, depth: number): void {
    const hash = this.#hash
    switch (typeof value) {
      case 'string':
        this.#text(TEXT, value)
        return
      case 'number':
        this.#number(value)
        return
      case 'boolean':
        hash.word(value ? TRUE : FALSE)
        return
      case 'undefined':
        hash.word(UNDEFINED)
        return
      case 'bigint':
        this.#text(BIGINT, value.toString(16))
        return
      case 'object':
        if (value === null) hash.word(NULL)
        else this.#object(value, depth)
        return
      default:
        throw refused(whyNot(value))
    }
  }

  #object(value: object, depth: number): void {
    if (depth > DEPTH_MAX) throw refused(`is nested more than ${DEPTH_MAX} levels deep, or holds itself`)
    switch (kindOf(value)) {
      case 'object':
        this.#fields(value as Readonly<Record<string, unknown>>, depth + 1)
        return
      case 'array':
        this.#start(ARRAY, (value as readonly unknown[]).length)
        for (const item of value as readonly unknown[]) this.part(item, depth + 1)
        return
      case 'date':
        this.#hash.word(DATE)
        this.#number((value as Date).getTime())
        return
      case 'map':
        this.#start(MAP, (value as ReadonlyMap<unknown, unknown>).size)
        for (const [key, item] of value as ReadonlyMap<unknown, unknown>) {
          this.part(key, depth + 1)
          this.part(item, depth + 1)
        }
        return
      case 'set':
        this.#start(SET, (value as ReadonlySet<unknown>).size)
        for (const item of value as ReadonlySet<unknown>) this.part(item, depth + 1)
        return
      case 'table':
        this.#start(TABLE, (value as AnyTable).size)
        eachRow(versionOf(value as AnyTable), (key, row) => {
          this.part(key, depth + 1)
          this.part(row, depth + 1)
        })
        return
      case 'buffer':
        this.#start(BUFFER, 0)
        this.#bytes(new Uint8Array(value as ArrayBuffer))
        return
      case 'view': {
        const name = viewName(value as ArrayBufferView)
        if (name === undefined) throw refused(whyNot(value))
        this.#start(VIEW, VIEW_NAMES.indexOf(name))
        this.#bytes(bytesOf(value as ArrayBufferView))
        return
      }
      default:
        throw refused(whyNot(value))
    }
  }

  #fields(value: Readonly<Record<string, unknown>>, depth: number): void {
    const keys = sortedKeys(value)
    this.#start(OBJECT, keys.length)
    for (const key of keys) {
      this.#text(TEXT, key)
      this.part(value[key], depth)
    }
  }

  #start(tag: number, length: number): void {
    this.#hash.word(tag)
    this.#hash.word(length)
  }

  #text(tag: number, text: string): void {
    this.#start(tag, text.length)
    const even = text.length & ~1
    for (let at = 0; at < even; at += 2) this.#hash.word(text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16))
    if (even < text.length) this.#hash.word(text.charCodeAt(even))
  }

  #number(value: number): void {
    const hash = this.#hash
    if (value === (value | 0) && !Object.is(value, -0)) {
      hash.word(INTEGER)
      hash.word(value)
      return
    }
    // By value and not by the bits in memory: NaN has many forms.
    view.setFloat64(0, Number.isNaN(value) ? Number.NaN : value, true)
    hash.word(FLOAT)
    hash.word(Number.isNaN(value) ? 0 : view.getInt32(0, true))
    hash.word(Number.isNaN(value) ? 0x7ff80000 : view.getInt32(4, true))
  }

  #bytes(bytes: Uint8Array): void {
    this.#hash.word(bytes.length)
    for (let at = 0; at < bytes.length; at += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]
      this.#hash.word(a | (b << 8) | (c << 16) | (d << 24))
    }
  }
}

const view = new DataView(new ArrayBuffer(8))

const refused = (why: string): PlayheadError =>
  new PlayheadError({
    code: 'codec/not-storable',
    message: DEV ? `Cannot hash the value: a part of it ${why}. State and payloads are plain data.` : [why],
  })
