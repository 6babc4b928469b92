import { eachSlotChange } from './eachSlotChange.ts'
import type { Leaf } from './slotTrie.ts'
import { leafOf, MASK } from './slotTrie.ts'
import type { TableVersion } from './TableVersion.ts'
import { eachRow } from './TableVersion.ts'

export type CompareRows = (a: never, b: never) => number

/** Versions whose order is remembered: live, viewed, and two more. Bounds what the memory keeps alive. */
const REMEMBERED_MAX = 4

/**
 * The rows of a table in the order of a comparator, as slots; ties stand in order of insertion.
 *
 * Writing costs nothing. The first iteration of a version takes the order of a version that
 * was iterated before and moves only the rows that differ: O(changed · log changed + n), where
 * n is a copy of an array of numbers. Sorting anew, O(n · log n), happens once, and where more
 * than a quarter differs. All versions and branches of a table share one instance.
 */
export class SortOrder {
  readonly compare: CompareRows
  #remembered: { readonly version: TableVersion; readonly slots: readonly number[] }[] = []

  constructor(compare: CompareRows) {
    this.compare = compare
  }

  /** The slots of a version that will not change any more. */
  slotsOf(version: TableVersion): readonly number[] {
    const known = this.#remembered.find((memory) => memory.version === version)
    if (known !== undefined) return known.slots
    const slots = this.#fromRemembered(version) ?? this.#sorted(version)
    this.#remembered = [{ version, slots }, ...this.#remembered.slice(0, REMEMBERED_MAX - 1)]
    return slots
  }

  #fromRemembered(version: TableVersion): readonly number[] | undefined {
    const memory = this.#remembered[0]
    if (memory === undefined) return undefined
    const changedMax = Math.max(8, version.size >>> 2)
    const gone = new Set<number>()
    const moved: number[] = []
    const few = eachSlotChange(memory.version, version, (slot, before, _, after) => {
      if (before !== undefined) gone.add(slot)
      if (after !== undefined) moved.push(slot)
      return gone.size + moved.length <= changedMax
    })
    if (!few) return undefined
    const order = this.#slotOrder(version)
    const kept = gone.size === 0 ? memory.slots : memory.slots.filter((slot) => !gone.has(slot))
    return merge(kept, moved.sort(order), order)
  }

  #sorted(version: TableVersion): readonly number[] {
    const slots: number[] = []
    eachRow(version, (_key, _row, slot) => slots.push(slot))
    return slots.sort(this.#slotOrder(version))
  }

  #slotOrder(version: TableVersion): (a: number, b: number) => number {
    const compare = this.compare as (a: unknown, b: unknown) => number
    const rowAt = (slot: number) => (leafOf(version.rows, version.shift, slot) as Leaf).rows[slot & MASK]
    return (a, b) => compare(rowAt(a), rowAt(b)) || a - b
  }
}

/** Finds each place by halving, and copies what lies between in one piece. */
function merge(
  kept: readonly number[],
  moved: readonly number[],
  order: (a: number, b: number) => number,
): readonly number[] {
  if (moved.length === 0) return kept
  const merged: number[] = []
  let from = 0
  for (const slot of moved) {
    let low = from
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (order(kept[middle] as number, slot) < 0) low = middle + 1
      else high = middle
    }
    for (; from < low; from++) merged.push(kept[from] as number)
    merged.push(slot)
  }
  for (; from < kept.length; from++) merged.push(kept[from] as number)
  return merged
}
