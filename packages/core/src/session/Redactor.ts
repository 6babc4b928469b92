import { bytesOf, makeView, viewName } from '../codec/byteViews.ts'
import { kindOf } from '../codec/kindOf.ts'
import { redactionPath } from './redactionPath.ts'

/**
 * Puts placeholders in the place of values that may not leave.
 *
 * A placeholder is of the same kind as the value, so that reducers still run: the text
 * `[redacted 1]`, the number 0, the date 1970-01-01, `false`, bytes of zeros. Objects keep
 * their field names, lists their length; keys of maps are values and go as well, numbers as 1, 2, 3.
 *
 * Equal texts get equal placeholders, numbered in the order in which they are met, so that rows
 * still find each other. No hash is used: that of an IBAN can be found by trying them all.
 */
export class Redactor {
  readonly #texts = new Map<string, string>()
  readonly #numbers = new Map<number | bigint, number>()

  /** A record's part (`payload` or `rest`) with what `paths` name taken out. What is not touched is shared. */
  part(name: 'payload' | 'rest', value: unknown, paths: readonly string[]): unknown {
    let redacted = value
    for (const path of paths) {
      const [root, ...steps] = redactionPath(path)
      if (root === name) redacted = this.#at(redacted, steps)
    }
    return redacted
  }

  /** A value with nothing of it left but its shape. */
  whole(value: unknown): unknown {
    switch (typeof value) {
      case 'string':
        return this.#text(value)
      case 'number':
        return 0
      case 'bigint':
        return 0n
      case 'boolean':
        return false
      case 'object':
        return value === null ? null : this.#object(value)
      default:
        return undefined
    }
  }

  #text(text: string): string {
    // Placeholders stay what they are, so that a session can be exported again.
    if (PLACEHOLDER.test(text)) return text
    let placeholder = this.#texts.get(text)
    if (placeholder === undefined) {
      placeholder = `[redacted ${this.#texts.size + 1}]`
      this.#texts.set(text, placeholder)
    }
    return placeholder
  }

  #object(value: object): unknown {
    switch (kindOf(value)) {
      case 'array':
        return (value as readonly unknown[]).map((item) => this.whole(item))
      case 'date':
        return new Date(0)
      case 'map':
        return this.#map(value as ReadonlyMap<unknown, unknown>)
      case 'set':
        return new Set(Array.from(value as ReadonlySet<unknown>, (item) => this.#key(item)))
      case 'buffer':
        return new ArrayBuffer((value as ArrayBuffer).byteLength)
      case 'view':
        return emptyView(value as ArrayBufferView)
      default:
        return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, this.whole(field)]))
    }
  }

  #map(value: ReadonlyMap<unknown, unknown>): ReadonlyMap<unknown, unknown> {
    return new Map(Array.from(value, ([key, item]) => [this.#key(key), this.whole(item)]))
  }

  /** Keys of a map and items of a set stay apart: numbers are numbered as texts are. */
  #key(value: unknown): unknown {
    if (typeof value !== 'number' && typeof value !== 'bigint') return this.whole(value)
    const number = this.#numberOf(value)
    return typeof value === 'bigint' ? BigInt(number) : number
  }

  #numberOf(value: number | bigint): number {
    const known = this.#numbers.get(value)
    if (known !== undefined) return known
    const number = this.#numbers.size + 1
    this.#numbers.set(value, number)
    return number
  }

  /** Goes down one step of a path. A value without it is left as it is. */
  #at(value: unknown, steps: readonly string[]): unknown {
    const [step, ...rest] = steps
    if (step === undefined) return this.whole(value)
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) {
      return value.map((item, at) => (step === '*' || step === String(at) ? this.#at(item, rest) : item))
    }
    if (value instanceof Map) {
      return new Map(
        Array.from(value, ([key, item]) => [key, step === '*' || step === String(key) ? this.#at(item, rest) : item]),
      )
    }
    if (value instanceof Set) {
      return step === '*' ? new Set(Array.from(value, (item) => this.#at(item, rest))) : value
    }
    if (kindOf(value) !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [key, step === '*' || step === key ? this.#at(field, rest) : field]),
    )
  }
}

const PLACEHOLDER = /^\[redacted \d+\]$/

function emptyView(view: ArrayBufferView): unknown {
  const name = viewName(view)
  const bytes = new Uint8Array(bytesOf(view).length)
  return name === undefined ? undefined : makeView(name, bytes)
}
