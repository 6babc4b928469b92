import { encode } from '@playhead/core'

/** A value with placeholders for what cannot be stored. */
export interface StorableParts {
  readonly stored: unknown
  /** Paths of the placeholders: `meta.baseQueryMeta.request`. */
  readonly left: readonly string[]
}

/**
 * Copies what can be stored of a value. Functions, symbols, class instances, DOM nodes and getters that throw
 * become a text that names them (`[Request]`), and so do objects that hold themselves.
 */
export function storableParts(value: unknown): StorableParts {
  const left: string[] = []
  return { stored: copied(value, [], [], left), left }
}

function copied(value: unknown, path: readonly string[], holders: readonly object[], left: string[]): unknown {
  const placeholder = (text: string) => {
    left.push(path.join('.'))
    return `[${text}]`
  }
  if (typeof value === 'function') return placeholder(value.name ? `function ${value.name}` : 'function')
  if (typeof value === 'symbol') return placeholder(String(value))
  if (typeof value !== 'object' || value === null) return isStorable(value) ? value : placeholder(typeof value)
  if (holders.includes(value)) return placeholder('itself')
  if (holders.length >= LEVELS_MAX) return placeholder('deeper than can be stored')
  const below = [...holders, value]
  const part = (key: string, read: () => unknown): unknown => {
    try {
      return copied(read(), [...path, key], below, left)
    } catch {
      left.push([...path, key].join('.'))
      return '[unreadable]'
    }
  }
  if (Array.isArray(value)) return Array.from(value, (_, at) => part(String(at), () => value[at]))
  if (isPlainObject(value)) {
    const fields = Object.keys(value).filter((key) => key !== '__proto__')
    return Object.fromEntries(fields.map((key) => [key, part(key, () => (value as Record<string, unknown>)[key])]))
  }
  return isStorable(value) ? value : placeholder(nameOf(value))
}

const LEVELS_MAX = 100

/** Dates, maps, sets, bytes and bigints are. */
function isStorable(value: unknown): boolean {
  try {
    encode(value)
    return true
  } catch {
    return false
  }
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function nameOf(value: object): string {
  try {
    return (value.constructor as { readonly name?: string } | undefined)?.name || 'object'
  } catch {
    return 'object'
  }
}
