import type { Cell } from './Cell.ts'
import type { Few } from './few.ts'
import { eachOf, withOne, withoutOne } from './few.ts'
import type { Read } from './Read.ts'
import { valueAt } from './Read.ts'
import type { Tell } from './Readers.ts'
import { Readers } from './Readers.ts'
import type { StateBySlice } from './SelectorMemo.ts'
import type { GivenSlice } from './sliceProxy.ts'
import { givenSlice } from './sliceProxy.ts'

/**
 * One slice in the present state of a view, and who reads what of it. What differs between two
 * states leads to the watched cells that read it, without asking anybody else:
 *
 * ```
 *   slice changed? ─ field changed? ─ rows that differ ──► cells
 *                     selector's value changed? ─ rows ──► cells
 * ```
 */
export class SliceInView {
  readonly name: string
  /** The inputs of a selector that reads this slice alone, as most do. */
  readonly alone: readonly [SliceInView] = [this]
  /** Whether the state has such a slice. */
  isThere: boolean
  state: unknown
  /** The version of the view's state in which it became what it is. */
  changedAt = 0
  #given: GivenSlice | undefined
  #whole: Few<Cell> = undefined
  readonly #fields = new Map<PropertyKey, Readers>()

  constructor(name: string, state: StateBySlice) {
    this.name = name
    this.isThere = Object.hasOwn(state, name)
    this.state = this.isThere ? state[name] : undefined
  }

  /** What selectors are given of it: one proxy for all of them, until it changes. */
  get given(): GivenSlice {
    this.#given ??= givenSlice(this.state)
    return this.#given
  }

  /** Takes what stands in another state. Answers whether that is another slice. */
  moveTo(state: StateBySlice, version: number): boolean {
    const isThere = Object.hasOwn(state, this.name)
    const now = isThere ? state[this.name] : undefined
    if (isThere === this.isThere && Object.is(now, this.state)) return false
    this.isThere = isThere
    this.state = now
    this.changedAt = version
    this.#given = undefined
    return true
  }

  add(cell: Cell, read: Read): void {
    if (read.kind === 'input') this.#whole = withOne(this.#whole, cell)
    else this.#field(read.field).add(cell, read.key)
  }

  /** Lets go of fields that nobody reads any more, too. */
  remove(cell: Cell, read: Read): void {
    if (read.kind === 'input') this.#whole = withoutOne(this.#whole, cell)
    else {
      const readers = this.#fields.get(read.field)
      readers?.remove(cell, read.key)
      if (readers?.isEmpty) this.#fields.delete(read.field)
    }
  }

  /** Tells the cells that may have read something that differs from what stood there before. */
  tell(before: unknown, tell: Tell): void {
    eachOf(this.#whole, tell)
    for (const [key, readers] of this.#fields) readers.tell(valueAt(before, key), valueAt(this.state, key), tell)
  }

  #field(field: PropertyKey): Readers {
    const known = this.#fields.get(field)
    if (known !== undefined) return known
    const readers = new Readers()
    this.#fields.set(field, readers)
    return readers
  }
}
