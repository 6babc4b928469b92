import { sameValue } from '../codec/sameValue.ts'
import type { AnyTable } from './AnyTable.ts'
import type { DerivedTable } from './DerivedTable.ts'
import { eachSlotChange } from './eachSlotChange.ts'
import type { PlacedRow, PlaceOrder } from './PlaceOrder.ts'
import { bySlot, placedRow } from './PlaceOrder.ts'
import { RankedTable } from './RankedTable.ts'
import type { RankNode } from './rankTree.ts'
import { addRank, eachRank, rankTreeOf, removeRank } from './rankTree.ts'
import type { Owner } from './slotTrie.ts'
import { newOwner } from './slotTrie.ts'
import { placeOrderOf, versionOf } from './TableBase.ts'
import type { TableKey } from './TableKey.ts'
import type { TableVersion } from './TableVersion.ts'
import { addRowAt, dropRow, eachRow, emptyVersion, keyAtSlot, putRowAt, rowAtSlot } from './TableVersion.ts'

/** Which rows of a table, in which order, and how many. */
export interface Derivation {
  readonly where: ((row: unknown, key: TableKey) => boolean) | undefined
  readonly order: ((a: unknown, b: unknown) => number) | undefined
  readonly limit: number | undefined
}

/** A derived table, and what it takes to bring it up to date. Never changes. */
export interface Derived {
  readonly value: DerivedTable<TableKey, unknown>
  /** The order of the table it was derived from, and its own. */
  readonly sourceOrder: PlaceOrder
  readonly order: PlaceOrder
  readonly source: TableVersion
  /** All rows that fit, by the slots of the source; the source itself where all of them do. */
  readonly members: TableVersion
  /** Their slots in order. */
  readonly ranks: RankNode | undefined
}

/**
 * Derives a table from another one, by what has changed since `before`: O(changed · log n).
 *
 * Rows that are equal by value are the same, so where nothing else differs the value is the
 * very one of before. The first time, and where the source has got another order, all rows are
 * gone through and sorted.
 */
export function deriveTable(before: Derived | undefined, table: AnyTable, derivation: Derivation): Derived {
  const sourceOrder = placeOrderOf(table)
  const source = versionOf(table)
  if (before === undefined || before.sourceOrder !== sourceOrder) {
    return derivedAnew(source, sourceOrder, derivation)
  }
  if (before.source === source) return before
  const changes = changesOf(before, source, derivation)
  if (changes.gone.length + changes.came.length + changes.stayed.length === 0) {
    // The value may stand for an older version of the source, whose rows are equal.
    return { ...before, source, members: derivation.where ? before.members : source }
  }
  const owner = newOwner()
  const members = derivation.where ? movedMembers(before.members, changes, owner) : source
  const ranks = movedRanks(before, members, changes, owner)
  const next = { sourceOrder, order: before.order, source, members, ranks }
  return { ...next, value: valueFrom(next, derivation, before.value) }
}

interface SlotChanges {
  readonly gone: PlacedRow[]
  readonly came: PlacedRow[]
  /** In another form, in the same place. */
  readonly stayed: PlacedRow[]
}

function derivedAnew(source: TableVersion, sourceOrder: PlaceOrder, derivation: Derivation): Derived {
  const owner = newOwner()
  const order = orderOf(sourceOrder, derivation)
  const members = derivation.where ? emptyVersion() : source
  const rows: PlacedRow[] = []
  eachRow(source, (key, row, slot) => {
    if (derivation.where && !derivation.where(row, key)) return
    rows.push({ slot, key, row })
    if (derivation.where) addRowAt(members, slot, key, row, owner)
  })
  if (order !== bySlot) rows.sort(order)
  const ranks = rankTreeOf(slotsOf(rows), owner)
  const next = { sourceOrder, order, source, members, ranks }
  return { ...next, value: valueFrom(next, derivation, undefined) }
}

function orderOf(sourceOrder: PlaceOrder, { order }: Derivation): PlaceOrder {
  return order === undefined ? sourceOrder : (a, b) => order(a.row, b.row) || sourceOrder(a, b)
}

function changesOf({ source, members, order }: Derived, after: TableVersion, { where }: Derivation): SlotChanges {
  const changes: SlotChanges = { gone: [], came: [], stayed: [] }
  eachSlotChange(source, after, (slot, keyBefore, rowBefore, keyAfter, rowAfter) => {
    const was =
      keyBefore !== undefined && (where === undefined || keyAtSlot(members, slot) === keyBefore)
        ? { slot, key: keyBefore, row: rowBefore }
        : undefined
    if (was !== undefined && keyAfter === keyBefore && sameValue(rowBefore, rowAfter)) return
    const is =
      keyAfter !== undefined && (where === undefined || where(rowAfter, keyAfter))
        ? { slot, key: keyAfter, row: rowAfter }
        : undefined
    if (was !== undefined && is !== undefined && was.key === is.key && order(was, is) === 0) changes.stayed.push(is)
    else {
      if (was !== undefined) changes.gone.push(was)
      if (is !== undefined) changes.came.push(is)
    }
  })
  return changes
}

/** First all that went: on another branch a key may stand in a slot that was another's. */
function movedMembers(before: TableVersion, { gone, came, stayed }: SlotChanges, owner: Owner): TableVersion {
  const members = { ...before }
  for (const { key } of gone) dropRow(members, key, owner)
  for (const { slot, row } of stayed) putRowAt(members, slot, row, owner)
  for (const { slot, key, row } of came) addRowAt(members, slot, key, row, owner)
  return members
}

function movedRanks(
  { ranks, source, order }: Derived,
  members: TableVersion,
  { gone, came }: SlotChanges,
  owner: Owner,
): RankNode | undefined {
  if (gone.length + came.length > Math.max(MOVED_ONE_BY_ONE_MAX, members.size >>> 2)) {
    return sortedAgain(ranks, members, order, gone, came, owner)
  }
  let root = ranks
  for (const row of gone) {
    const sought = (slot: number) => (slot === row.slot ? 0 : order(placedRow(source, slot), row))
    const left = root && removeRank(root, row.slot, sought, owner)
    // A careless comparator, which does not find its row again.
    if (left === false) return sortedAgain(ranks, members, order, gone, came, owner)
    root = left
  }
  for (const row of came) root = addRank(root, row.slot, (slot) => order(placedRow(members, slot), row), owner)
  return root
}

/** From the order of before, which is mostly right: then a sort costs little more than a walk. */
function sortedAgain(
  before: RankNode | undefined,
  members: TableVersion,
  order: PlaceOrder,
  gone: readonly PlacedRow[],
  came: readonly PlacedRow[],
  owner: Owner,
): RankNode | undefined {
  const left = new Set(slotsOf(gone))
  const rows: PlacedRow[] = []
  eachRank(before, 0, Number.POSITIVE_INFINITY, (slot) => {
    if (!left.has(slot)) rows.push(placedRow(members, slot))
  })
  for (const row of came) rows.push(row)
  return rankTreeOf(slotsOf(rows.sort(order)), owner)
}

function valueFrom(
  { members, ranks, order }: Omit<Derived, 'value'>,
  { limit = Number.POSITIVE_INFINITY }: Derivation,
  before: DerivedTable<TableKey, unknown> | undefined,
): DerivedTable<TableKey, unknown> {
  if (members.size <= limit) return new RankedTable(members, ranks, order)
  const first: number[] = []
  eachRank(ranks, 0, limit, (slot) => first.push(slot))
  const owner = newOwner()
  const version = firstRows(members, new Set(first), before && versionOf(before), owner)
  const value = new RankedTable(version, rankTreeOf(first, owner), order)
  return before !== undefined && sameValue(before, value) && sameKeys(before, value) ? before : value
}

/** The first rows alone, as a version of their own. Costs O(limit). */
function firstRows(
  members: TableVersion,
  first: ReadonlySet<number>,
  before: TableVersion | undefined,
  owner: Owner,
): TableVersion {
  const version = before ? { ...before } : emptyVersion()
  if (before !== undefined) {
    eachRow(before, (key, _, slot) => {
      if (!first.has(slot) || keyAtSlot(members, slot) !== key) dropRow(version, key, owner)
    })
  }
  for (const slot of first) {
    const row = rowAtSlot(members, slot)
    if (keyAtSlot(version, slot) === undefined)
      addRowAt(version, slot, keyAtSlot(members, slot) as TableKey, row, owner)
    else if (!Object.is(rowAtSlot(version, slot), row)) putRowAt(version, slot, row, owner)
  }
  return version
}

function sameKeys(a: AnyTable, b: AnyTable): boolean {
  const others = b.keys()
  for (const key of a.keys()) if (others.next().value !== key) return false
  return true
}

const slotsOf = (rows: readonly PlacedRow[]): number[] => rows.map(({ slot }) => slot)

/** So few rows are moved one by one in any table. */
const MOVED_ONE_BY_ONE_MAX = 64
