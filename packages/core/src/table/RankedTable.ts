import type { Immutable } from '../data/Immutable.ts'
import type { DerivedTable } from './DerivedTable.ts'
import { noteRow } from './noteRow.ts'
import { PersistentTable } from './PersistentTable.ts'
import type { PlaceOrder } from './PlaceOrder.ts'
import { placedRow } from './PlaceOrder.ts'
import type { RankNode } from './rankTree.ts'
import { eachRank, rankOf, slotAtRank } from './rankTree.ts'
import { noteWhole } from './readTracker.ts'
import type { SlotOrder } from './SortOrder.ts'
import type { TableKey } from './TableKey.ts'
import type { TableVersion } from './TableVersion.ts'
import { keyAtSlot, rowAtSlot } from './TableVersion.ts'

/** One version of a derived table: rows by the slots of the table that it was derived from, and those slots by rank. */
export class RankedTable<K extends TableKey, V> extends PersistentTable<K, V> implements DerivedTable<K, V> {
  readonly #version: TableVersion
  readonly #ranks: RankNode | undefined
  readonly #order: PlaceOrder
  #slots: SlotOrder | undefined

  constructor(version: TableVersion, ranks: RankNode | undefined, order: PlaceOrder) {
    super(version, undefined)
    this.#version = version
    this.#ranks = ranks
    this.#order = order
  }

  at(index: number): readonly [K, Immutable<V>] | undefined {
    noteWhole(this)
    const rank = index < 0 ? this.#version.size + Math.trunc(index) : Math.trunc(index)
    if (this.#ranks === undefined || !(rank >= 0 && rank < this.#version.size)) return undefined
    return this.#entry(slotAtRank(this.#ranks, rank))
  }

  slice(start = 0, end = this.#version.size): readonly (readonly [K, Immutable<V>])[] {
    noteWhole(this)
    const entries: (readonly [K, Immutable<V>])[] = []
    const { size } = this.#version
    eachRank(this.#ranks, fromStart(start, size), fromStart(end, size), (slot) => entries.push(this.#entry(slot)))
    return entries
  }

  indexOf(key: K): number {
    noteWhole(this)
    const slot = noteRow(this, this.#version, key)
    return slot < 0 ? -1 : rankOf(this.#ranks, this.#sought(slot))
  }

  /** Of derived tables the one that was derived first has its own order; the others fall back on it. */
  protected override order(): PlaceOrder {
    return this.#order
  }

  protected override slots(): SlotOrder {
    if (this.#slots === undefined) {
      const slots = new Uint32Array(this.#version.size)
      let at = 0
      eachRank(this.#ranks, 0, slots.length, (slot) => {
        slots[at++] = slot
      })
      this.#slots = slots
    }
    return this.#slots
  }

  #sought(slot: number): (other: number) => number {
    const row = placedRow(this.#version, slot)
    return (other) => (other === slot ? 0 : this.#order(placedRow(this.#version, other), row))
  }

  #entry(slot: number): readonly [K, Immutable<V>] {
    return [keyAtSlot(this.#version, slot) as K, rowAtSlot(this.#version, slot) as Immutable<V>]
  }
}

/** An index as `Array.prototype.slice` reads it. */
function fromStart(index: number, size: number): number {
  const whole = Number.isNaN(index) ? 0 : Math.trunc(index)
  return whole < 0 ? Math.max(0, size + whole) : Math.min(whole, size)
}
