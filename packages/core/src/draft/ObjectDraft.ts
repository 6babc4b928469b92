import { isPlainObject } from '../data/isPlainObject.ts'
import { isTable } from '../table/isTable.ts'
import type { RowRules, TableEditor } from '../table/TableEditor.ts'
import type { TableKey } from '../table/TableKey.ts'
import { TABLE_PARTS } from '../table/TableParts.ts'
import { badField, holdsItself, notByDefinition } from './draftErrors.ts'
import { holdsTable } from './holdsTable.ts'
import { isModified } from './immer.ts'
import { inPlaceOf } from './inPlaceOf.ts'

export type Fields = Record<string, unknown>

/** What an object draft asks of the reducer run it belongs to. */
export interface DraftHost extends RowRules {
  /** Immer's draft of the state that the run began with. Begun when it is first asked for. */
  immer(): Fields
  /** Called with every draft that is given out for a field. */
  adopted(child: ObjectDraft | TableEditor<TableKey, unknown>): void
  /** The object of a draft as it is now. Writing may go on. */
  snapshot(node: ObjectDraft): unknown
}

/**
 * The draft of a plain object: a state, a row, or an object in a field of one.
 *
 * Primitives are written to a copy of our own, tables become table drafts, objects become
 * drafts like this one, and only arrays, maps and sets are Immer's: `{ count: 1 }` never pays
 * for Immer, and Immer never sees a table that could be changed behind its back.
 *
 * ```
 *  state ── count: 1          own copy, made by the first write
 *    │ ──── accounts: Table   TableEditor, made by the first read
 *    │ ──── filter: { }       ObjectDraft, made by the first read
 *    └───── items: []         field `items` of Immer's draft of the same state
 * ```
 *
 * A run that touches an array ends in Immer: what was written here is handed over to Immer's
 * draft of the same object (`DraftScope`), which then knows all there is to put together.
 */
export class ObjectDraft {
  readonly host: DraftHost
  readonly base: Fields
  readonly parent: ObjectDraft | undefined
  readonly key: string
  /** `base` was assigned during this run, so that it is not among what Immer drafts. */
  readonly fresh: boolean
  /** What a reducer sees. */
  readonly proxy: Fields
  copy: Fields | undefined = undefined
  /** Keys that were assigned or deleted. */
  written: Set<string> | undefined = undefined
  /** Drafts given out for fields, as long as they stand there. */
  children: Map<string, ObjectDraft | TableEditor<TableKey, unknown>> | undefined = undefined
  /** It is being put together: met again, it holds itself. */
  begun = false
  settled = false
  /** What came of it, once `settled`. */
  result: unknown = undefined
  #immer: Fields | undefined = undefined

  constructor(host: DraftHost, base: Fields, parent?: ObjectDraft, key = '', fresh = false) {
    this.host = host
    this.base = base
    this.parent = parent
    this.key = key
    this.fresh = fresh
    this.proxy = new Proxy(this, TRAPS as ProxyHandler<ObjectDraft>) as unknown as Fields
  }

  /** The fields as they are now; those with a draft in `children` are out of date. */
  get latest(): Fields {
    return this.copy ?? this.base
  }

  /** Immer's draft of the same object, or `undefined` where Immer has none. */
  immer(): Fields | undefined {
    if (this.fresh) return undefined
    this.#immer ??=
      this.parent === undefined ? this.host.immer() : (this.parent.immer()?.[this.key] as Fields | undefined)
    return this.#immer
  }

  /** Whether Immer was needed for this object. */
  get immerBegun(): boolean {
    return this.#immer !== undefined
  }

  /** @throws PlayheadError `slice/too-deep` where the object holds itself */
  begin(): void {
    if (this.begun) throw holdsItself()
    this.begun = true
  }

  settle(result: unknown): unknown {
    this.settled = true
    this.result = result
    return result
  }

  read(key: string): unknown {
    const value = this.latest[key]
    if (typeof value !== 'object' || value === null) return value
    const child = this.children?.get(key)
    if (child !== undefined) return child instanceof ObjectDraft ? child.proxy : child
    if (!Object.hasOwn(this.latest, key)) return value
    if (isTable(value)) return this.#adopt(key, value[TABLE_PARTS].edit(inPlaceOf(value, this.base[key]), this.host))
    if (this.written?.has(key)) return this.#readAssigned(key, value)
    if (this.fresh && !holdsTable(value)) return value
    if (isPlainObject(value)) return this.#adopt(key, new ObjectDraft(this.host, value, this, key, this.fresh)).proxy
    return this.immer()?.[key] ?? value
  }

  write(key: string, value: unknown): void {
    if (key === '__proto__') throw badField(key)
    if (this.#stands(key, value)) return
    this.#own(key)[key] = value
  }

  remove(key: string): void {
    if (Object.hasOwn(this.latest, key)) delete this.#own(key)[key]
  }

  /** An assigned value is the reducer's own and is not drafted, but for the tables in it. */
  #readAssigned(key: string, value: object): unknown {
    if (nodeOf(value) !== undefined || !holdsTable(value)) return value
    return this.#adopt(key, new ObjectDraft(this.host, value as Fields, this, key, true)).proxy
  }

  #adopt<Child extends ObjectDraft | TableEditor<TableKey, unknown>>(key: string, child: Child): Child {
    this.children ??= new Map()
    this.children.set(key, child)
    this.host.adopted(child)
    return child
  }

  /** Whether the value stands in the field already, as it is or as its draft. */
  #stands(key: string, value: unknown): boolean {
    const now = this.latest[key]
    if (typeof now !== 'object' || now === null) return Object.is(now, value) && Object.hasOwn(this.latest, key)
    const child = this.children?.get(key)
    if (child !== undefined) return value === (child instanceof ObjectDraft ? child.proxy : child)
    if (!this.immerBegun || this.written?.has(key)) return now === value && Object.hasOwn(this.latest, key)
    // Immer may have given out a draft of the field. Its original takes back what was changed in it.
    const draft = this.immer()?.[key]
    return draft === value || (now === value && !isModified(draft))
  }

  #own(key: string): Fields {
    this.copy ??= { ...this.base }
    this.written ??= new Set()
    this.written.add(key)
    this.children?.delete(key)
    return this.copy
  }
}

/** The draft behind a proxy, or `undefined` for any other object. */
export const nodeOf = (value: object): ObjectDraft | undefined => (value as { readonly [NODE]?: ObjectDraft })[NODE]

const NODE = Symbol('draft')

/** Not `Object.prototype`, so that Immer takes a proxy for no plain object and leaves it alone. */
const PROTOTYPE = Object.create(Object.prototype)

const TRAPS: ProxyHandler<ObjectDraft> = {
  get(node, key) {
    if (key === NODE) return node
    node.host.check()
    return typeof key === 'string' ? node.read(key) : Reflect.get(node.latest, key)
  },
  set(node, key, value) {
    node.host.check()
    if (typeof key === 'symbol') throw badField(key)
    node.write(key, value)
    return true
  },
  deleteProperty(node, key) {
    node.host.check()
    if (typeof key === 'string') node.remove(key)
    return true
  },
  has(node, key) {
    node.host.check()
    return key in node.latest
  },
  ownKeys(node) {
    node.host.check()
    return Reflect.ownKeys(node.latest)
  },
  getOwnPropertyDescriptor(node, key) {
    node.host.check()
    // Written out, as a spread asks this of every field.
    return Object.hasOwn(node.latest, key)
      ? { value: Reflect.get(node.latest, key), writable: true, enumerable: true, configurable: true }
      : undefined
  },
  getPrototypeOf: () => PROTOTYPE,
  setPrototypeOf() {
    throw notByDefinition('change the prototype')
  },
  defineProperty() {
    throw notByDefinition('define a property')
  },
  preventExtensions() {
    throw notByDefinition('prevent extensions')
  },
}
