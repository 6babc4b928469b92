import { sameValue } from '../codec/sameValue.ts'
import { DEV } from '../dev.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import type { DerivedTable } from '../table/DerivedTable.ts'
import type { PlaceOrder } from '../table/PlaceOrder.ts'
import { placedRow } from '../table/PlaceOrder.ts'
import { RankedTable } from '../table/RankedTable.ts'
import type { RankNode } from '../table/rankTree.ts'
import { addRank, rankTreeOf, removeRank } from '../table/rankTree.ts'
import { newOwner } from '../table/slotTrie.ts'
import { versionOf } from '../table/TableBase.ts'
import type { TableKey } from '../table/TableKey.ts'
import type { TableVersion } from '../table/TableVersion.ts'
import { dropRow, eachRow, emptyVersion, putRow, rowAtSlot, rowOf, slotOf } from '../table/TableVersion.ts'
import { storedKey } from '../table/tableKeys.ts'
import type { Aggregation } from './aggregate.ts'
import { eachRowChange } from './aggregate.ts'
import type { DriftCheck } from './drift.ts'
import { checkDrift, NEVER_DRIFTED } from './drift.ts'

/** Sums by group, and the version that they were made of. */
export interface Groups {
  readonly value: DerivedTable<TableKey, unknown>
  readonly source: TableVersion
  /** What is given away: a sum that `equal` says is the same is still the old one. */
  readonly sums: TableVersion
  /** Sums as they are, with the number of rows in them. */
  readonly running: TableVersion
  readonly ranks: RankNode | undefined
  readonly check: DriftCheck
}

interface Group {
  readonly sum: unknown
  readonly count: number
}

const NO_GROUPS: Omit<Groups, 'source'> = {
  value: new RankedTable(emptyVersion(), undefined, byKey),
  sums: emptyVersion(),
  running: emptyVersion(),
  ranks: undefined,
  check: NEVER_DRIFTED,
}

/** Brings the sums of groups up to date. Sums that came out the same are the very ones of before. */
export function advanceGroups(
  before: Groups | undefined,
  table: AnyTable,
  aggregation: Aggregation,
  by: NonNullable<Aggregation['by']>,
): Groups {
  const source = versionOf(table)
  const touched = new Map<TableKey, Group>()
  const none: Group = { sum: aggregation.initial, count: 0 }
  const change = (row: unknown, key: TableKey, step: Aggregation['add'], rows: 1 | -1) => {
    const group = by(row, key)
    if (group === undefined) return
    const at = storedKey(group)
    const { sum, count } = touched.get(at) ?? (before && (rowOf(before.running, at) as Group | undefined)) ?? none
    touched.set(at, { sum: step(sum, row, key), count: count + rows })
  }
  const gone = (row: unknown, key: TableKey) => change(row, key, aggregation.remove, -1)
  const came = (row: unknown, key: TableKey) => change(row, key, aggregation.add, 1)
  if (before === undefined) {
    eachRow(source, (key, row) => came(row, key))
    return withGroups({ ...NO_GROUPS, source }, touched, aggregation)
  }
  const changes = eachRowChange(before.source, source, { gone, came })
  const after = withGroups({ ...before, source }, touched, aggregation)
  if (!DEV) return after
  const check = checkDrift(before.check, changes, source.size, aggregation.drifted, () => {
    const anew = advanceGroups(undefined, table, aggregation, by).value
    return sameValue([...anew], [...after.value]) ? undefined : { kept: after.value, anew }
  })
  return { ...after, check }
}

function withGroups(before: Groups, touched: ReadonlyMap<TableKey, Group>, { equal }: Aggregation): Groups {
  const owner = newOwner()
  const sums = { ...before.sums }
  const running = { ...before.running }
  const isSame = (old: unknown, sum: unknown) => equal(old, sum) || sameValue(old, sum)
  let { ranks } = before
  let changed = false
  const added: number[] = []
  for (const [key, group] of touched) {
    const slot = slotOf(sums, key)
    if (group.count === 0) {
      if (slot < 0) continue
      const row = placedRow(sums, slot)
      if (ranks !== undefined)
        ranks = removeRank(ranks, slot, (other) => byKey(placedRow(sums, other), row), owner) || undefined
      dropRow(sums, key, owner)
      dropRow(running, key, owner)
      changed = true
      continue
    }
    putRow(running, key, group, owner)
    if (slot >= 0 && isSame(rowAtSlot(sums, slot), group.sum)) continue
    putRow(sums, key, group.sum, owner)
    changed = true
    if (slot < 0) added.push(slotOf(sums, key))
  }
  if (!changed) return { ...before, running }
  ranks = withRanks(ranks, added, sums, owner)
  return { ...before, value: new RankedTable(sums, ranks, byKey), sums, running, ranks }
}

function withRanks(
  before: RankNode | undefined,
  added: readonly number[],
  sums: TableVersion,
  owner: number,
): RankNode | undefined {
  if (before === undefined) {
    return rankTreeOf(
      added
        .map((slot) => placedRow(sums, slot))
        .sort(byKey)
        .map(({ slot }) => slot),
      owner,
    )
  }
  let ranks: RankNode = before
  for (const slot of added) {
    const row = placedRow(sums, slot)
    ranks = addRank(ranks, slot, (other) => byKey(placedRow(sums, other), row), owner)
  }
  return ranks
}

/** Numbers before strings, each ascending: the same in every view, whatever happened before. */
function byKey({ key: a }: Parameters<PlaceOrder>[0], { key: b }: Parameters<PlaceOrder>[1]): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}
