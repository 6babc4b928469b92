import { DEPTH_MAX } from '../data/depthMax.ts'
import { isPlainObject } from '../data/isPlainObject.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import { isTable, isTableDraft } from '../table/isTable.ts'
import { leaked, tableInCollection, tooDeep } from './draftErrors.ts'
import { isDraft } from './immer.ts'
import { inPlaceOf } from './inPlaceOf.ts'
import type { ObjectDraft } from './ObjectDraft.ts'
import { nodeOf } from './ObjectDraft.ts'

/** What stands in the place of a draft. */
export interface DraftResolver {
  ofObject(node: ObjectDraft): unknown
  /** Drafts of arrays, maps, sets, and of objects without tables. */
  ofImmer(draft: object): unknown
}

/**
 * The value with every draft in it replaced, and its tables in the order of those whose place
 * they take. Copies what leads to a draft or such a table, and nothing else. Where it comes out equal to `base`, the value it stands in for, it is `base`. What `base`
 * holds already is not looked at again, since state holds no drafts.
 *
 * @throws PlayheadError `slice/table-in-collection`, `slice/draft-leaked`, `slice/too-deep`
 */
export function replaceDrafts(value: unknown, base: unknown, resolver: DraftResolver): unknown {
  if (typeof value !== 'object' || value === null || value === base) return value
  const flat = asItStands(value, base)
  return flat === undefined ? new Replacement(resolver).of(value, base, false) : flat
}

/**
 * The answer for a plain object of primitives and of what stands in `base` already, in which there
 * is nothing to replace; `undefined` for any other. Most rows and many states are such: a row of
 * three fields costs 30 ns here, and 150 ns there.
 */
function asItStands(value: object, base: unknown): unknown {
  if (touch(isDraft, value) || !isPlainObject(value)) return undefined
  const before = isPlainObject(base) ? base : undefined
  let same = before !== undefined
  let fields = 0
  for (const key in value) {
    const field = value[key]
    const stood = before?.[key]
    if (typeof field === 'object' && field !== null && field !== stood) return undefined
    const isThere = field !== undefined || (before !== undefined && Object.hasOwn(before, key))
    if (same && !(isThere && Object.is(field, stood))) same = false
    fields++
  }
  return same && before !== undefined && Object.keys(before).length === fields ? before : value
}

class Replacement {
  readonly #resolver: DraftResolver
  readonly #path: PropertyKey[] = []

  constructor(resolver: DraftResolver) {
    this.#resolver = resolver
  }

  of(value: unknown, base: unknown, inCollection: boolean): unknown {
    if (typeof value !== 'object' || value === null || value === base) return value
    const node = touch(nodeOf, value)
    if (node !== undefined) return this.of(this.#resolver.ofObject(node), base, inCollection)
    const editor = isTableDraft(value) ? value : undefined
    if (editor !== undefined || isTable(value)) {
      if (inCollection) throw tableInCollection(this.#path)
      return inPlaceOf(editor === undefined ? (value as AnyTable) : editor.table(), base)
    }
    if (touch(isDraft, value)) {
      const resolved = this.#resolver.ofImmer(value)
      return resolved === value ? value : this.of(resolved, base, inCollection)
    }
    if (this.#path.length > DEPTH_MAX) throw tooDeep(this.#path)
    if (Array.isArray(value)) return this.#ofArray(value, Array.isArray(base) ? base : undefined)
    if (isPlainObject(value)) return this.#ofObject(value, isPlainObject(base) ? base : undefined, inCollection)
    if (value instanceof Map) return this.#ofMap(value, base instanceof Map ? base : undefined)
    if (value instanceof Set) return this.#ofSet(value, base instanceof Set ? base : undefined)
    return value
  }

  #ofArray(value: readonly unknown[], base: readonly unknown[] | undefined): readonly unknown[] {
    let copy: unknown[] | undefined
    let same = base?.length === value.length
    // Most items of a long list are those of the base: nothing else is asked of them.
    for (let at = nextOther(value, base, 0); at < value.length; at = nextOther(value, base, at + 1)) {
      const item = value[at]
      const before = base?.[at]
      const replaced = this.#at(at, item, before, true)
      if (same && !Object.is(replaced, before)) same = false
      if (replaced === item) continue
      copy ??= value.slice()
      copy[at] = replaced
    }
    return same && base !== undefined ? base : (copy ?? value)
  }

  #ofObject(
    value: Record<string, unknown>,
    base: Record<string, unknown> | undefined,
    inCollection: boolean,
  ): Record<string, unknown> {
    let copy: Record<string, unknown> | undefined
    let same = base !== undefined
    let fields = 0
    for (const key of Object.keys(value)) {
      fields++
      const field = value[key]
      const before = base !== undefined && Object.hasOwn(base, key) ? base[key] : NONE
      const replaced = this.#at(key, field, before, inCollection)
      if (same && !Object.is(replaced, before)) same = false
      if (replaced !== field) copy ??= { ...value }
      if (copy !== undefined) copy[key] = replaced
    }
    if (same && base !== undefined && Object.keys(base).length === fields) return base
    return copy ?? value
  }

  #ofMap(value: ReadonlyMap<unknown, unknown>, base: ReadonlyMap<unknown, unknown> | undefined): unknown {
    let replacedAny = false
    let same = base?.size === value.size
    const entries: [unknown, unknown][] = []
    for (const [key, item] of value) {
      const replacedKey = this.#at(String(key), key, key, true)
      const before = base?.has(replacedKey) ? base.get(replacedKey) : NONE
      const replaced = this.#at(String(key), item, before, true)
      if (replacedKey !== key || replaced !== item) replacedAny = true
      if (!Object.is(replaced, before)) same = false
      entries.push([replacedKey, replaced])
    }
    if (same && base !== undefined && sameKeys(base, entries)) return base
    return replacedAny ? new Map(entries) : value
  }

  #ofSet(value: ReadonlySet<unknown>, base: ReadonlySet<unknown> | undefined): unknown {
    let replacedAny = false
    const items: unknown[] = []
    let at = 0
    for (const item of value) {
      const replaced = base?.has(item) ? item : this.#at(at++, item, NONE, true)
      if (replaced !== item) replacedAny = true
      items.push(replaced)
    }
    if (base?.size === items.length) {
      const known = base.values()
      if (items.every((item) => item === known.next().value)) return base
    }
    return replacedAny ? new Set(items) : value
  }

  #at(key: PropertyKey, value: unknown, base: unknown, inCollection: boolean): unknown {
    if (typeof value !== 'object' || value === null || value === base) return value
    this.#path.push(key)
    const replaced = this.of(value, base, inCollection)
    this.#path.pop()
    return replaced
  }
}

/** The next place whose item is not that of the base. */
function nextOther(value: readonly unknown[], base: readonly unknown[] | undefined, from: number): number {
  if (base === undefined) return from
  const end = Math.min(value.length, base.length)
  let at = from
  while (at < end && value[at] === base[at]) at++
  return at
}

/** Equal to nothing that a state may hold. */
const NONE = Symbol('none')

function sameKeys(base: ReadonlyMap<unknown, unknown>, entries: readonly (readonly [unknown, unknown])[]): boolean {
  const keys = base.keys()
  return entries.every(([key]) => Object.is(key, keys.next().value))
}

/** Touching a proxy that was revoked throws a `TypeError`: so does a draft of a run that is over. */
function touch<T>(ask: (value: object) => T, value: object): T {
  try {
    return ask(value)
  } catch (thrown) {
    throw leaked(thrown)
  }
}
