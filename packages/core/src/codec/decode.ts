import { DEPTH_MAX } from '../data/depthMax.ts'
import { isPlainObject } from '../data/isPlainObject.ts'
import { shownPath } from '../data/shownPath.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { table } from '../table/createTable.ts'
import type { TableKey } from '../table/TableKey.ts'
import { fromBase64 } from './base64.ts'
import { copyOfBytes, makeView } from './byteViews.ts'
import { BIGINT_DIGITS_MAX, NUMBERS, TAG } from './tags.ts'

/**
 * The value that `encode` made this JSON of. What holds no tag is not copied, so the value may
 * share objects with the JSON. Tables come without an `order`: that is the slice's.
 *
 * The JSON may come from anywhere: it is checked, its depth is bounded, and it cannot change
 * what objects inherit.
 *
 * @throws PlayheadError `codec/malformed` with the path of the part that `encode` would not have written
 */
export const decode = (json: unknown): unknown => new Decoder().part(json)

class Decoder {
  readonly #path: PropertyKey[] = []

  part(json: unknown): unknown {
    switch (typeof json) {
      case 'string':
      case 'boolean':
        return json
      case 'number':
        if (!Number.isFinite(json)) throw this.#malformed(`${json} is not JSON`)
        return json
      case 'object':
        if (json === null) return null
        if (Array.isArray(json)) return this.#items(json)
        if (isPlainObject(json)) return this.#object(json)
    }
    throw this.#malformed(`a ${typeof json} is not JSON`)
  }

  #object(json: Readonly<Record<string, unknown>>): unknown {
    const keys = Object.keys(json)
    const [first] = keys
    if (keys.length === 1 && first?.startsWith(TAG) && !first.startsWith(TAG + TAG))
      return this.#tagged(first, json[first])
    let copy: Record<string, unknown> | undefined
    for (const [at, key] of keys.entries()) {
      if (key === '__proto__') throw this.#malformed('the key `__proto__` is refused')
      const tagged = key.startsWith(TAG)
      if (tagged && !key.startsWith(TAG + TAG))
        throw this.#malformed(`the tag ${key} does not stand alone in its object`)
      const field = this.#at(key, json[key])
      if (copy === undefined) {
        if (!tagged && field === json[key]) continue
        copy = {}
        for (const before of keys.slice(0, at)) copy[before] = json[before]
      }
      copy[tagged ? key.slice(1) : key] = field
    }
    return copy ?? json
  }

  #tagged(tag: string, content: unknown): unknown {
    switch (tag) {
      case '$undefined':
        if (content === true) return undefined
        break
      case '$number':
        if (typeof content === 'string' && Object.hasOwn(NUMBERS, content)) return NUMBERS[content]
        break
      case '$bigint':
        if (typeof content === 'string' && content.length <= BIGINT_DIGITS_MAX + 1 && /^(0|-?[1-9]\d*)$/.test(content))
          return BigInt(content)
        break
      case '$date':
        return this.#date(content)
      case '$map':
        return this.#map(this.#entries(tag, content))
      case '$set':
        return this.#set(tag, content)
      case '$table':
        return this.#table(this.#entries(tag, content))
      default:
        return this.#bytes(tag, content)
    }
    throw this.#malformed(`${tag} holds ${shown(content)}`)
  }

  #date(content: unknown): Date {
    if (content === null) return new Date(Number.NaN)
    const date = new Date(typeof content === 'string' ? content : Number.NaN)
    if (Number.isNaN(date.getTime()) || date.toISOString() !== content)
      throw this.#malformed(`$date holds ${shown(content)}`)
    return date
  }

  #map(entries: readonly [unknown, unknown][]): Map<unknown, unknown> {
    const map = new Map(entries)
    if (map.size !== entries.length) throw this.#malformed('$map has one key twice')
    return map
  }

  #set(tag: string, content: unknown): Set<unknown> {
    if (!Array.isArray(content)) throw this.#malformed(`${tag} holds ${shown(content)}`)
    const items = this.#items(content)
    const set = new Set(items)
    if (set.size !== items.length) throw this.#malformed('$set has one value twice')
    return set
  }

  #table(entries: readonly [unknown, unknown][]): unknown {
    for (const [key] of entries) {
      if (typeof key !== 'string' && (typeof key !== 'number' || Object.is(key, -0) || Number.isNaN(key)))
        throw this.#malformed(`$table has the key ${shown(key)}`)
    }
    const rows = table<TableKey, unknown>({ rows: entries as readonly [TableKey, unknown][] })
    if (rows.size !== entries.length) throw this.#malformed('$table has one key twice')
    return rows
  }

  #bytes(tag: string, content: unknown): ArrayBuffer | ArrayBufferView {
    const bytes = typeof content === 'string' ? fromBase64(content) : undefined
    const known = tag === '$ArrayBuffer' ? bytes && copyOfBytes(bytes) : bytes && makeView(tag.slice(1), bytes)
    if (known === undefined) throw this.#malformed(`${tag} is not a tag, or does not hold ${shown(content)}`)
    return known
  }

  #entries(tag: string, content: unknown): [unknown, unknown][] {
    if (!Array.isArray(content)) throw this.#malformed(`${tag} holds ${shown(content)}`)
    return content.map((entry: unknown, at) => {
      if (!Array.isArray(entry) || entry.length !== 2) throw this.#malformed(`${tag} holds ${shown(entry)} as an entry`)
      return [this.#at(at, entry[0]), this.#at(at, entry[1])]
    })
  }

  #items(json: readonly unknown[]): readonly unknown[] {
    let copy: unknown[] | undefined
    for (let at = 0; at < json.length; at++) {
      const item = this.#at(at, json[at])
      if (item === json[at]) continue
      copy ??= json.slice()
      copy[at] = item
    }
    return copy ?? json
  }

  #at(key: PropertyKey, json: unknown): unknown {
    if (typeof json === 'string' || typeof json === 'boolean' || json === null) return json
    if (this.#path.length === DEPTH_MAX) throw this.#malformed(`it is nested more than ${DEPTH_MAX} levels deep`)
    this.#path.push(key)
    const value = this.part(json)
    this.#path.pop()
    return value
  }

  #malformed(why: string): PlayheadError {
    return new PlayheadError({
      code: 'codec/malformed',
      message: `Cannot read ${shownPath('json', this.#path)}: ${why}. It was not written by Playhead, or was changed since.`,
    })
  }
}

const shown = (content: unknown): string => {
  const text =
    typeof content === 'object' && content !== null
      ? Array.isArray(content)
        ? 'an array'
        : 'an object'
      : JSON.stringify(content)
  return text !== undefined && text.length > 60 ? `${text.slice(0, 60)}…` : String(text)
}
