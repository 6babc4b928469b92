import { DEPTH_MAX } from '../data/depthMax.ts'
import { shownPath } from '../data/shownPath.ts'
import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import { versionOf } from '../table/TableBase.ts'
import { eachRow } from '../table/TableVersion.ts'
import { toBase64 } from './base64.ts'
import { bytesOf, viewName } from './byteViews.ts'
import type { JsonValue } from './JsonValue.ts'
import { kindOf } from './kindOf.ts'
import { shownKey } from './storedSize.ts'
import { escapedKey, isTooLong, TOO_LONG } from './tags.ts'
import { whyNot } from './whyNot.ts'

/**
 * A value as JSON that `decode` reads back; `tags.ts` has the format. Takes all that a payload
 * or a state may hold, tables included. What JSON has already is not copied, so the result may
 * share objects with the value: write it out, do not write to it.
 *
 * @throws PlayheadError `codec/not-storable` with the path of the part that cannot be stored
 */
export const encode = (value: unknown): JsonValue => new Encoder().part(value)

class Encoder {
  readonly #path: PropertyKey[] = []

  part(value: unknown): JsonValue {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value
      case 'number':
        if (Number.isFinite(value) && !Object.is(value, -0)) return value
        return { $number: Object.is(value, -0) ? '-0' : String(value) }
      case 'undefined':
        return { $undefined: true }
      case 'bigint':
        if (isTooLong(value)) throw this.#refused(TOO_LONG)
        return { $bigint: String(value) }
      case 'object':
        return value === null ? null : this.#object(value)
      default:
        throw this.#refused(whyNot(value))
    }
  }

  #object(value: object): JsonValue {
    switch (kindOf(value)) {
      case 'object':
        return this.#fields(value as Readonly<Record<string, unknown>>)
      case 'array':
        return this.#items(value as readonly unknown[])
      case 'date':
        return { $date: Number.isNaN((value as Date).getTime()) ? null : (value as Date).toISOString() }
      case 'map':
        return { $map: this.#entries(value as ReadonlyMap<unknown, unknown>) }
      case 'set':
        return { $set: this.#items([...(value as ReadonlySet<unknown>)]) }
      case 'table':
        return { $table: this.#rows(value as AnyTable) }
      case 'buffer':
        return { $ArrayBuffer: toBase64(new Uint8Array(value as ArrayBuffer)) }
      case 'view': {
        const name = viewName(value as ArrayBufferView)
        if (name === undefined) throw this.#refused(whyNot(value))
        return { [`$${name}`]: toBase64(bytesOf(value as ArrayBufferView)) }
      }
      default:
        throw this.#refused(whyNot(value))
    }
  }

  #fields(value: Readonly<Record<string, unknown>>): JsonValue {
    let copy: Record<string, JsonValue> | undefined
    const keys = Object.keys(value)
    if (keys.includes('__proto__')) throw this.#refused('has the key `__proto__`')
    for (const [at, key] of keys.entries()) {
      const field = value[key]
      const encoded = this.#at(key, field)
      const written = escapedKey(key)
      if (copy === undefined) {
        if (encoded === field && written === key) continue
        copy = {}
        for (const before of keys.slice(0, at)) copy[before] = value[before] as JsonValue
      }
      copy[written] = encoded
    }
    return copy ?? (value as JsonValue)
  }

  #items(value: readonly unknown[]): JsonValue[] {
    let copy: JsonValue[] | undefined
    for (let at = 0; at < value.length; at++) {
      const encoded = this.#at(at, value[at])
      if (encoded === value[at]) continue
      copy ??= (value as JsonValue[]).slice()
      copy[at] = encoded
    }
    return copy ?? (value as JsonValue[])
  }

  #entries(value: Iterable<readonly [unknown, unknown]>): JsonValue[] {
    return Array.from(value, ([key, item]) => [this.#at(shownKey(key), key), this.#at(shownKey(key), item)])
  }

  #rows(value: AnyTable): JsonValue[] {
    const rows: JsonValue[] = []
    eachRow(versionOf(value), (key, row) => rows.push([this.part(key), this.#at(key, row)]))
    return rows
  }

  #at(key: PropertyKey, value: unknown): JsonValue {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
    if (this.#path.length === DEPTH_MAX)
      throw this.#refused(`is nested more than ${DEPTH_MAX} levels deep, or holds itself`)
    this.#path.push(key)
    const encoded = this.part(value)
    this.#path.pop()
    return encoded
  }

  #refused(why: string): PlayheadError {
    return new PlayheadError({
      code: 'codec/not-storable',
      message: DEV
        ? `Cannot store ${shownPath('value', this.#path)}: it ${why}. State and payloads are plain data: objects, arrays, strings, numbers, booleans, bigints, dates, maps, sets, bytes and tables.`
        : [shownPath('value', this.#path), why],
    })
  }
}
