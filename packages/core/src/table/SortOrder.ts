import { eachSlotChange } from './eachSlotChange.ts'
import type { PlaceOrder } from './PlaceOrder.ts'
import type { TableVersion } from './TableVersion.ts'
import { eachRow, rowAtSlot } from './TableVersion.ts'

export type CompareRows = (a: never, b: never) => number

/** Versions whose order is remembered: live, viewed, and two more. Bounds what the memory keeps alive. */
const REMEMBERED_MAX = 4

/** Slots in the order in which their rows stand. Never written to once it is given away. */
export type SlotOrder = Uint32Array

/**
 * The rows of a table in the order of a comparator, as slots; ties stand in order of insertion.
 *
 * Writing costs nothing. The first iteration of a version takes the order of a version that
 * was iterated before and moves only the rows that differ: O(changed · log n) comparisons, and
 * a copy of n numbers. Sorting anew, O(n · log n), happens once, and where more than a quarter
 * differs. All versions and branches of a table share one instance.
 */
export class SortOrder {
  readonly compare: CompareRows
  #remembered: readonly { readonly version: TableVersion; readonly slots: SlotOrder }[] = []

  /** The same order, of rows with their places. */
  readonly places: PlaceOrder = (a, b) =>
    (this.compare as (a: unknown, b: unknown) => number)(a.row, b.row) || a.slot - b.slot

  constructor(compare: CompareRows) {
    this.compare = compare
  }

  /** The slots of a version that will not change any more. */
  slotsOf(version: TableVersion): SlotOrder {
    const known = this.#remembered.find((memory) => memory.version === version)
    if (known !== undefined) return known.slots
    const slots = this.#fromRemembered(version) ?? this.#sorted(version)
    this.#remembered = [{ version, slots }, ...this.#remembered.slice(0, REMEMBERED_MAX - 1)]
    return slots
  }

  #fromRemembered(version: TableVersion): SlotOrder | undefined {
    const memory = this.#remembered[0]
    if (memory === undefined) return undefined
    const changedMax = Math.max(8, version.size >>> 2)
    const gone: number[] = []
    const moved: number[] = []
    const few = eachSlotChange(memory.version, version, (slot, before, _, after) => {
      if (before !== undefined) gone.push(slot)
      if (after !== undefined) moved.push(slot)
      return gone.length + moved.length <= changedMax
    })
    if (!few) return undefined
    const order = this.#order(version)
    return merge(without(memory.slots, gone), moved.sort(order), order)
  }

  #sorted(version: TableVersion): SlotOrder {
    const slots = new Uint32Array(version.size)
    let at = 0
    eachRow(version, (_key, _row, slot) => {
      slots[at++] = slot
    })
    return slots.sort(this.#order(version))
  }

  #order(version: TableVersion): (a: number, b: number) => number {
    const compare = this.compare as (a: unknown, b: unknown) => number
    return (a, b) => compare(rowAtSlot(version, a), rowAtSlot(version, b)) || a - b
  }
}

/** By a mark for each slot (`gone` is ascending) and not by the comparator, which may not find a row again if it is careless. */
function without(slots: SlotOrder, gone: readonly number[]): SlotOrder {
  if (gone.length === 0) return slots
  const isGone = new Uint8Array((gone.at(-1) as number) + 1)
  for (const slot of gone) isGone[slot] = 1
  const kept = new Uint32Array(slots.length - gone.length)
  let to = 0
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as number
    if (slot >= isGone.length || isGone[slot] === 0) kept[to++] = slot
  }
  return kept
}

/** Finds the place of each by halving, and copies what lies between in one piece. */
function merge(kept: SlotOrder, moved: readonly number[], order: (a: number, b: number) => number): SlotOrder {
  if (moved.length === 0) return kept
  const merged = new Uint32Array(kept.length + moved.length)
  let from = 0
  for (const [done, slot] of moved.entries()) {
    let low = from
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (order(kept[middle] as number, slot) < 0) low = middle + 1
      else high = middle
    }
    merged.set(kept.subarray(from, low), from + done)
    merged[low + done] = slot
    from = low
  }
  merged.set(kept.subarray(from), from + moved.length)
  return merged
}
