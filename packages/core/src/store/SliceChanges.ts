import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { compileFold } from '../fold/compileFold.ts'
import type { Fold } from '../fold/Fold.ts'
import type { FoldContext } from '../fold/FoldContext.ts'
import type { Selector } from '../selector/Selector.ts'
import { slicesOf } from '../selector/slicesOf.ts'
import type { AnySlice } from '../slice/Slice.ts'
import type { FoldChange } from './Refolds.ts'

/** What changing the slices of a store takes of the store. */
export interface SliceChangesParts {
  readonly slices: readonly AnySlice[]
  readonly context: FoldContext
  /**
   * Folds the log by other reducers behind the scenes. When that is done it shows the state that
   * this gives, and calls `placed` in the same breath.
   */
  refold(change: FoldChange, options: { readonly signal: AbortSignal; readonly placed: () => void }): Promise<void>
}

interface Waiting {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
  /** The slice that is waited for, where it is a new one. */
  readonly slice?: string
}

/**
 * The slices of a store, which may come, go and be replaced while it runs. Each change folds
 * the log by the new set, from the beginning; a change before that is done takes it over:
 *
 * ```
 *   shown      [a, b] ────────────────────────────────► [a, b′, c]
 *   add(c)          └─ refold ─✗                         ▲
 *   replace(b′)            └─ refold of [a, b′, c] ──────┘ both are done
 * ```
 */
export class SliceChanges {
  readonly #parts: SliceChangesParts
  #shown: readonly AnySlice[]
  #wanted: readonly AnySlice[]
  #waiting: Waiting[] = []
  #running: AbortController | undefined
  #refusal: PlayheadError | undefined

  constructor(parts: SliceChangesParts) {
    this.#parts = parts
    this.#shown = parts.slices
    this.#wanted = parts.slices
  }

  /** The slices whose state is shown. */
  get shown(): readonly AnySlice[] {
    return this.#shown
  }

  /** Why a selector cannot be read yet: a slice that it reads was added, and has not caught up with the log. */
  catchingUp(selector: Selector<unknown>): PlayheadError | undefined {
    if (this.#shown === this.#wanted) return undefined
    for (const name of slicesOf(selector)) {
      if (!has(this.#shown, name) && has(this.#wanted, name)) return isCatchingUp(name)
    }
    return undefined
  }

  /** @throws PlayheadError `store/duplicate-slice`, `slice/duplicate-case`, `action/name-taken` */
  add(slice: AnySlice): Promise<void> {
    return this.#change([...this.#wanted, slice], slice.name)
  }

  remove(slice: AnySlice): void {
    if (!this.#wanted.includes(slice)) return
    for (const waiting of this.#waiting) if (waiting.slice === slice.name) waiting.reject(removed(slice.name))
    this.#waiting = this.#waiting.filter((waiting) => waiting.slice !== slice.name)
    this.#change(this.#wanted.filter((each) => each !== slice)).catch(() => {})
  }

  /** Rejects with `slice/not-added`, `slice/duplicate-case`. */
  async replace(slices: readonly AnySlice[]): Promise<void> {
    const byName = new Map(slices.map((slice) => [slice.name, slice]))
    for (const { name } of slices) if (!has(this.#wanted, name)) throw cannotReplace(name, this.#wanted)
    return this.#change(this.#wanted.map((slice) => byName.get(slice.name) ?? slice))
  }

  /** One Redux root reducer folds all of it from now on. */
  replacedByReducer(): void {
    const error = oneReducer()
    this.close(error)
    this.#refusal = error
  }

  close(error: PlayheadError): void {
    this.#running?.abort(error)
    this.#settle(({ reject }) => reject(error))
  }

  #change(wanted: readonly AnySlice[], slice?: string): Promise<void> {
    if (this.#refusal) throw this.#refusal
    // Before anything changes: slices that do not go together are refused.
    const fold = compileFold(wanted, this.#parts.context, { stale: 'newest' })
    this.#wanted = wanted
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject, ...(slice !== undefined && { slice }) })
      this.#refold(fold, wanted).catch(() => {})
    })
  }

  async #refold(fold: Fold, wanted: readonly AnySlice[]): Promise<void> {
    this.#running?.abort()
    const own = new AbortController()
    this.#running = own
    const placed = () => {
      this.#shown = wanted
      this.#settle(({ resolve }) => resolve())
    }
    const kept = new Set(wanted.filter((slice) => this.#shown.includes(slice)).map(({ name }) => name))
    try {
      await this.#parts.refold({ fold, kept }, { signal: own.signal, placed })
    } catch (thrown) {
      // Where another change has taken it over, that one answers.
      if (this.#running === own) this.#settle(({ reject }) => reject(thrown))
    }
  }

  #settle(settle: (waiting: Waiting) => void): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const each of waiting) settle(each)
  }
}

const has = (slices: readonly AnySlice[], name: string) => slices.some((slice) => slice.name === name)

const oneReducer = () =>
  new PlayheadError({
    code: 'redux/one-reducer',
    message: DEV
      ? 'The slices of this store were replaced by one Redux root reducer, so there are none to add to or to replace. Call replaceReducer with a root reducer that has the new one.'
      : [],
  })

const isCatchingUp = (name: string) =>
  new PlayheadError({
    code: 'slice/catching-up',
    message: DEV
      ? `Cannot read slice "${name}" yet: it was added a moment ago and is folding the log. Wait for \`ready\`, which \`store.add\` gave.`
      : [name],
  })

const removed = (name: string) =>
  new PlayheadError({
    code: 'slice/removed',
    message: DEV
      ? `Slice "${name}" was removed before it had caught up with the log, so it will never be ready.`
      : [name],
  })

const cannotReplace = (name: string, slices: readonly AnySlice[]) =>
  new PlayheadError({
    code: 'slice/not-added',
    message: DEV
      ? `Cannot replace slice "${name}": this store has ${slices.map((slice) => `"${slice.name}"`).join(', ') || 'no slices'}. Add it with \`store.add(slice)\`.`
      : [name],
  })
