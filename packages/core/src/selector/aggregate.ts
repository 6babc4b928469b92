import { sameValue } from '../codec/sameValue.ts'
import { DEV } from '../dev.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import { eachSlotChange } from '../table/eachSlotChange.ts'
import { versionOf } from '../table/TableBase.ts'
import type { TableKey } from '../table/TableKey.ts'
import type { TableVersion } from '../table/TableVersion.ts'
import { eachRow } from '../table/TableVersion.ts'
import type { DriftCheck } from './drift.ts'
import { checkDrift, NEVER_DRIFTED } from './drift.ts'

/** An aggregate's options, whatever its rows are. */
export interface Aggregation {
  readonly initial: unknown
  readonly add: (sum: unknown, row: unknown, key: TableKey) => unknown
  readonly remove: (sum: unknown, row: unknown, key: TableKey) => unknown
  readonly by: ((row: unknown, key: TableKey) => TableKey | undefined) | undefined
  readonly equal: (before: unknown, after: unknown) => boolean
  /** Whether a drift was reported. One object for all views. */
  readonly drifted: { told: boolean }
}

/** A sum, and the version that it was made of. */
export interface Total {
  readonly value: unknown
  readonly source: TableVersion
  readonly check: DriftCheck
}

/** Brings a sum up to date: a row that has changed is taken out as it was and put in as it is. */
export function advanceTotal(before: Total | undefined, table: AnyTable, aggregation: Aggregation): Total {
  const source = versionOf(table)
  if (before === undefined) return { value: totalOf(source, aggregation), source, check: NEVER_DRIFTED }
  const { add, remove } = aggregation
  let { value } = before
  const changes = eachRowChange(before.source, source, {
    gone: (row, key) => {
      value = remove(value, row, key)
    },
    came: (row, key) => {
      value = add(value, row, key)
    },
  })
  const check = DEV
    ? checkDrift(before.check, changes, source.size, aggregation.drifted, () =>
        sameValue(value, totalOf(source, aggregation))
          ? undefined
          : { kept: value, anew: totalOf(source, aggregation) },
      )
    : before.check
  return { value, source, check }
}

function totalOf(source: TableVersion, { initial, add }: Aggregation): unknown {
  let sum = initial
  eachRow(source, (key, row) => {
    sum = add(sum, row, key)
  })
  return sum
}

export interface RowChange {
  gone(row: unknown, key: TableKey): void
  came(row: unknown, key: TableKey): void
}

/**
 * Calls `gone` and `came` for rows that differ by value. A row that moved is both. Answers how
 * many calls that were.
 */
export function eachRowChange(before: TableVersion, after: TableVersion, change: RowChange): number {
  let calls = 0
  eachSlotChange(before, after, (_slot, keyBefore, rowBefore, keyAfter, rowAfter) => {
    // A replay makes new row objects: they would be taken out and put in for nothing.
    if (keyBefore === keyAfter && sameValue(rowBefore, rowAfter)) return
    if (keyBefore !== undefined) {
      calls++
      change.gone(rowBefore, keyBefore)
    }
    if (keyAfter !== undefined) {
      calls++
      change.came(rowAfter, keyAfter)
    }
  })
  return calls
}
