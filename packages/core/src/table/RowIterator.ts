import type { SlotOrder } from './SortOrder.ts'
import type { Branch, Leaf } from './slotTrie.ts'
import { BITS, MASK, WIDTH } from './slotTrie.ts'
import type { TableKey } from './TableKey.ts'
import type { TableVersion } from './TableVersion.ts'

/** What an iteration gives for a row. */
export type RowPicker<T> = (key: TableKey, row: unknown) => T

export const pickKey: RowPicker<TableKey> = (key) => key
export const pickRow: RowPicker<unknown> = (_, row) => row
export const pickEntry: RowPicker<[TableKey, unknown]> = (key, row) => [key, row]

/**
 * Walks the rows of a version by slot, or in the order of `sorted` slots. A real iterator:
 * `map`, `filter`, `take` and the others are there where the platform has iterator helpers.
 *
 * Written by hand because a generator costs three times as much per row.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the prototype with the helpers is set below
export class RowIterator<T> {
  readonly #version: TableVersion
  readonly #sorted: SlotOrder | undefined
  readonly #pick: RowPicker<T>
  #at = 0
  #leaf: Leaf | undefined
  #leafStart = -1

  constructor(version: TableVersion, sorted: SlotOrder | undefined, pick: RowPicker<T>) {
    this.#version = version
    this.#sorted = sorted
    this.#pick = pick
  }

  next(): IteratorResult<T, undefined> {
    const end = this.#sorted === undefined ? this.#version.nextSlot : this.#sorted.length
    while (this.#at < end) {
      const slot = this.#sorted === undefined ? this.#at : (this.#sorted[this.#at] as number)
      if ((slot & ~MASK) !== this.#leafStart && !this.#enterLeaf(slot)) continue
      const leaf = this.#leaf as Leaf
      this.#at++
      const key = leaf.keys[slot & MASK]
      if (key !== undefined) return { done: false, value: this.#pick(key, leaf.rows[slot & MASK]) }
    }
    this.#at = end
    return { done: true, value: undefined }
  }

  return(): IteratorResult<T, undefined> {
    this.#at = Number.POSITIVE_INFINITY
    return { done: true, value: undefined }
  }

  /** Finds the leaf of a slot, or moves behind the sub-tree that is missing there. */
  #enterLeaf(slot: number): boolean {
    let node = this.#version.rows
    for (let level = this.#version.shift; level > 0; level -= BITS) {
      node = node && (node as Branch).children[(slot >>> level) & MASK]
      if (node === undefined) {
        this.#at = ((slot >>> level) + 1) * 2 ** level
        return false
      }
    }
    if (node === undefined) {
      this.#at = (slot & ~MASK) + WIDTH
      return false
    }
    this.#leaf = node as Leaf
    this.#leafStart = slot & ~MASK
    return true
  }
}

/** Declared rather than implemented: the helpers come from the platform's iterator prototype. */
export interface RowIterator<T> extends IteratorObject<T, undefined> {}

Object.setPrototypeOf(RowIterator.prototype, Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())))
