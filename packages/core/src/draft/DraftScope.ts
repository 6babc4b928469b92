import { isTable } from '../table/isTable.ts'
import type { TableEditor } from '../table/TableEditor.ts'
import type { TableKey } from '../table/TableKey.ts'
import { leaked } from './draftErrors.ts'
import { beginImmer, current, finishImmer, isModified, original } from './immer.ts'
import type { DraftHost, Fields } from './ObjectDraft.ts'
import { ObjectDraft } from './ObjectDraft.ts'
import type { DraftResolver } from './replaceDrafts.ts'
import { replaceDrafts } from './replaceDrafts.ts'

type EditRow = (row: unknown, recipe: (draft: never) => unknown) => unknown

/**
 * All drafts of one run of a reducer, or of one recipe: they are alive together, share one
 * Immer draft, and end together.
 */
export class DraftScope implements DraftHost {
  readonly edit: EditRow
  readonly #base: object
  /** Drafts of objects below the root. */
  #nodes: ObjectDraft[] | undefined = undefined
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
    if (!(child instanceof ObjectDraft)) return
    this.#nodes ??= []
    this.#nodes.push(child)
  }

  settle(row: unknown): unknown {
    return replaceDrafts(row, undefined, AS_IT_IS)
  }

  /** Whether anything was changed, for reducers that return a value. */
  changed(root: ObjectDraft): boolean {
    if (this.#immer !== undefined && isModified(this.#immer)) return true
    return isChanged(root) || (this.#nodes?.some(isChanged) ?? false)
  }

  /** The object that comes of a draft, and the very one it began with where nothing differs. */
  finishObject(root: ObjectDraft): unknown {
    if (this.#immer === undefined) return this.#resultOf(root)
    const inPlace = [root]
    for (const node of this.#nodes ?? []) {
      if (isMoved(node)) node.settle(this.snapshot(node))
      else inPlace.push(node)
    }
    for (const node of inPlace) if (node.written !== undefined || node.children !== undefined) this.#writeToImmer(node)
    const result = finishImmer(this.#immer)
    root.settle(result)
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
    // It is handed back, so that Immer's drafts end as well.
    if (this.#immer !== undefined) finishImmer(this.#immer)
    return result
  }

  snapshot(node: ObjectDraft): unknown {
    this.check()
    node.begin()
    const { base, latest, children, written } = node
    const immer = node.immerBegun && isModified(node.immer()) ? node.immer() : undefined
    const fields: Fields = {}
    for (const key of Object.keys(latest)) {
      const child = children?.get(key)
      if (child !== undefined) fields[key] = child instanceof ObjectDraft ? this.snapshot(child) : child.table()
      else if (immer === undefined || written?.has(key) || isTable(latest[key])) fields[key] = latest[key]
      else fields[key] = immer[key]
    }
    const snapshot = replaceDrafts(fields, base, AS_IT_IS)
    node.begun = false
    return snapshot
  }

  /** What comes of an object in a run without Immer. */
  #resultOf(node: ObjectDraft): unknown {
    if (node.settled) return node.result
    node.begin()
    const { base, children, written } = node
    let changed = false
    if (written !== undefined) {
      for (const key of written) {
        if (children?.has(key)) continue
        const value = node.latest[key]
        if (typeof value === 'object' && value !== null)
          node.latest[key] = this.#placed(node, key, this.#withoutImmer())
        changed ||= differs(key, node.latest, base)
      }
    }
    if (children !== undefined) {
      for (const [key, child] of children) {
        const value = child instanceof ObjectDraft ? this.#resultOf(child) : child.table()
        if (!Object.is(value, node.latest[key])) {
          node.copy ??= { ...base }
          node.copy[key] = value
        }
        changed ||= differs(key, node.latest, base)
      }
    }
    return node.settle(changed ? node.latest : base)
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
      else if (child.fresh) immer[key] = child.result
    }
  }

  #placed(node: ObjectDraft, key: string, resolver: DraftResolver): unknown {
    return replaceDrafts(node.latest[key], node.base[key], resolver)
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
      ofObject: (node) => (node.host !== this ? node.host.snapshot(node) : node.settled ? node.result : node.immer()),
      ofImmer: (draft) => draft,
    }
  }

  /** What came of an object, read from what Immer made of the root. */
  #whereItStood(node: ObjectDraft): unknown {
    if (node.settled || node.parent === undefined) return node.result
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

function isChanged({ base, latest, written, children }: ObjectDraft): boolean {
  if (written !== undefined) for (const key of written) if (differs(key, latest, base)) return true
  if (children !== undefined) {
    for (const [key, child] of children) if (!(child instanceof ObjectDraft) && child.table() !== base[key]) return true
  }
  return false
}

const differs = (key: string, fields: Fields, base: Fields): boolean =>
  !Object.is(fields[key], base[key]) || Object.hasOwn(fields, key) !== Object.hasOwn(base, key)

const NO_KEYS: readonly string[] = []
const NO_CHILDREN: readonly (readonly [string, ObjectDraft | TableEditor<TableKey, unknown>])[] = []
