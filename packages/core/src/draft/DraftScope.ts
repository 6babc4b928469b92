import { isPlainObject } from '../data/isPlainObject.ts'
import { inOrderOf } from '../table/createTable.ts'
import { isTable } from '../table/isTable.ts'
import type { TableEditor } from '../table/TableEditor.ts'
import type { TableKey } from '../table/TableKey.ts'
import { leaked } from './draftErrors.ts'
import { holdsTable } from './holdsTable.ts'
import { beginImmer, current, finishImmer, isModified, original } from './immer.ts'
import { type DraftHost, type Fields, ObjectDraft } from './ObjectDraft.ts'
import { type DraftResolver, replaceDrafts } from './replaceDrafts.ts'

type EditRow = (row: unknown, recipe: (draft: never) => unknown) => unknown

/**
 * All drafts of one run of a reducer, or of one recipe: they are alive together, share one
 * Immer draft, and end together.
 */
export class DraftScope implements DraftHost {
  readonly edit: EditRow
  readonly #base: object
  /** Objects with tables below the root. */
  readonly #nodes: ObjectDraft[] = []
  readonly #results = new Map<ObjectDraft, unknown>()
  #immer: object | undefined = undefined
  #open = true

  constructor(base: object, edit: EditRow) {
    this.#base = base
    this.edit = edit
  }

  check(): void {
    if (!this.#open) throw leaked()
  }

  /** Ends all drafts of the run. */
  close(): void {
    this.#open = false
  }

  immer(): Fields {
    this.#immer ??= beginImmer(this.#base)
    return this.#immer as Fields
  }

  adopted(child: ObjectDraft | TableEditor<TableKey, unknown>): void {
    if (child instanceof ObjectDraft) this.#nodes.push(child)
  }

  settle(row: unknown): unknown {
    return replaceDrafts(row, undefined, AS_IT_IS)
  }

  /** Whether anything was changed, for reducers that return a value. */
  changed(root: ObjectDraft): boolean {
    if (this.#immer !== undefined && isModified(this.#immer)) return true
    return [root, ...this.#nodes].some(
      ({ base, latest, written, children }) =>
        [...(written ?? [])].some((key) => differs(key, latest, base)) ||
        [...(children ?? [])].some(([key, child]) => !(child instanceof ObjectDraft) && child.table() !== base[key]),
    )
  }

  /** The object that comes of a draft, and the very one it began with where nothing differs. */
  finishObject(root: ObjectDraft): unknown {
    if (this.#immer === undefined) return this.#resultOf(root)
    // All of them before any is written to: an object that was moved is still found in its place now.
    for (const node of this.#nodes) node.immer()
    for (const node of this.#nodes) if (isMoved(node)) this.#results.set(node, this.snapshot(node))
    for (const node of [root, ...this.#nodes]) if (!node.fresh) this.#writeToImmer(node)
    const result = finishImmer(this.#immer)
    this.#results.set(root, result)
    return replaceDrafts(result, this.#base, {
      ofObject: (node) => (node.host === this ? this.#whereItStood(node) : node.host.snapshot(node)),
      ofImmer: asItIs,
    })
  }

  /** The same for an array, a map or a set. */
  finishCollection(): unknown {
    return replaceDrafts(finishImmer(this.immer()), this.#base, AS_IT_IS)
  }

  /** A value that a reducer returned, instead of changing its draft. */
  finishReturned(returned: unknown): unknown {
    const result = replaceDrafts(returned, this.#base, AS_IT_IS)
    if (this.#immer !== undefined) finishImmer(this.#immer)
    return inPlaceOf(result, this.#base)
  }

  snapshot(node: ObjectDraft): unknown {
    this.check()
    const { base, latest, children, written } = node
    const immer = node.immerBegun && isModified(node.immer()) ? node.immer() : undefined
    const fields: Fields = {}
    for (const key of Object.keys(latest)) {
      const child = children?.get(key)
      if (child !== undefined) fields[key] = child instanceof ObjectDraft ? this.snapshot(child) : child.table()
      else if (immer === undefined || written?.has(key) || isTable(latest[key])) fields[key] = latest[key]
      else fields[key] = immer[key]
    }
    return replaceDrafts(fields, base, AS_IT_IS)
  }

  /** What comes of an object in a run without Immer. */
  #resultOf(node: ObjectDraft): unknown {
    if (this.#results.has(node)) return this.#results.get(node)
    const { base, children, written } = node
    let changed = false
    for (const key of written ?? NO_KEYS) {
      if (children?.has(key)) continue
      if (Object.hasOwn(node.latest, key)) node.latest[key] = this.#placed(node, key, this.#withoutImmer())
      changed ||= differs(key, node.latest, base)
    }
    for (const [key, child] of children ?? NO_CHILDREN) {
      const value = child instanceof ObjectDraft ? this.#resultOf(child) : child.table()
      if (!Object.is(value, node.latest[key])) {
        node.copy ??= { ...base }
        node.copy[key] = value
      }
      changed ||= differs(key, node.latest, base)
    }
    const result = changed ? node.latest : base
    this.#results.set(node, result)
    return result
  }

  /** Hands what was written over to Immer's draft of the same object, so that Immer's result is the whole. */
  #writeToImmer(node: ObjectDraft): void {
    const immer = node.immer() as Fields
    for (const key of node.written ?? NO_KEYS) {
      if (node.children?.has(key)) continue
      if (Object.hasOwn(node.latest, key)) immer[key] = this.#placed(node, key, this.#beforeImmer())
      else delete immer[key]
    }
    for (const [key, child] of node.children ?? NO_CHILDREN) {
      if (!(child instanceof ObjectDraft)) immer[key] = child.table()
      else if (child.fresh) immer[key] = this.#results.get(child)
    }
  }

  #placed(node: ObjectDraft, key: string, resolver: DraftResolver): unknown {
    const before = node.base[key]
    return inPlaceOf(replaceDrafts(node.latest[key], before, resolver), before)
  }

  /** A draft of Immer's in a run without Immer is another run's. */
  #withoutImmer(): DraftResolver {
    return {
      ofObject: (node) => (node.host === this ? this.#resultOf(node) : node.host.snapshot(node)),
      ofImmer: asItIs,
    }
  }

  /** Immer replaces its own drafts when it finishes, wherever they stand. */
  #beforeImmer(): DraftResolver {
    return {
      ofObject: (node) =>
        node.host === this ? (this.#results.get(node) ?? node.immer()) : node.host.snapshot(node),
      ofImmer: (draft) => draft,
    }
  }

  /** What came of an object, read from what Immer made of the root. */
  #whereItStood(node: ObjectDraft): unknown {
    if (this.#results.has(node) || node.parent === undefined) return this.#results.get(node)
    return (this.#whereItStood(node.parent) as Fields)[node.key]
  }
}

/** Values as they are at this moment. What is written to a draft later on is not in them. */
const AS_IT_IS: DraftResolver = { ofObject: (node) => node.host.snapshot(node), ofImmer: asItIs }

function asItIs(draft: object): unknown {
  try {
    return isModified(draft) ? current(draft) : original(draft)
  } catch (thrown) {
    throw leaked(thrown)
  }
}

/** Whether an object is no longer found where it stood, or never stood in what Immer drafts. */
const isMoved = (node: ObjectDraft): boolean =>
  node.fresh || (node.parent !== undefined && (node.parent.children?.get(node.key) !== node || isMoved(node.parent)))

/** Tables take the order of those whose place they take: the order is the slice's. */
function inPlaceOf(value: unknown, before: unknown): unknown {
  if (value === before) return value
  if (isTable(value)) return isTable(before) ? inOrderOf(value, before) : value
  if (!isPlainObject(value) || !isPlainObject(before) || !holdsTable(before)) return value
  let ordered: Fields | undefined
  for (const key of Object.keys(value)) {
    const placed = inPlaceOf(value[key], Object.hasOwn(before, key) ? before[key] : undefined)
    if (placed !== value[key]) {
      ordered ??= { ...value }
      ordered[key] = placed
    }
  }
  return ordered ?? value
}

const differs = (key: string, fields: Fields, base: Fields): boolean =>
  !Object.is(fields[key], base[key]) || Object.hasOwn(fields, key) !== Object.hasOwn(base, key)

const NO_KEYS: readonly string[] = []
const NO_CHILDREN: readonly (readonly [string, ObjectDraft | TableEditor<TableKey, unknown>])[] = []
