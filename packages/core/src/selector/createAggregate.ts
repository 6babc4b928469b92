import type { Immutable } from '../data/Immutable.ts'
import type { DerivedTable } from '../table/DerivedTable.ts'
import type { Table } from '../table/Table.ts'
import type { TableKey } from '../table/TableKey.ts'
import type { Aggregation } from './aggregate.ts'
import { advanceTotal } from './aggregate.ts'
import { advanceGroups } from './groups.ts'
import type { Selector, SelectorNode, SelectorOptions } from './Selector.ts'
import { NODE } from './Selector.ts'
import { tableSelector } from './tableSelector.ts'

/** How a sum over the rows of a table is kept. */
export interface AggregateOptions<K extends TableKey, V, Sum> extends SelectorOptions<Sum> {
  /** The sum of no rows. */
  readonly initial: Sum
  /** The sum with a row more. Must not change `sum`. */
  readonly add: (sum: Sum, row: Immutable<V>, key: K) => Sum
  /** Takes back what `add` did, whatever was added in between. */
  readonly remove: (sum: Sum, row: Immutable<V>, key: K) => Sum
}

/** How sums over groups of rows are kept. */
export interface GroupedAggregateOptions<K extends TableKey, V, Sum, Group extends TableKey>
  extends AggregateOptions<K, V, Sum> {
  /** The group of a row; `undefined` where it is in none. */
  readonly by: (row: Immutable<V>, key: K) => Group | undefined
}

/**
 * A sum, a count, or anything else that can be added to and taken from, over the rows of a
 * table, kept up to date from what changes: a dispatch that changes k rows costs k calls of
 * `remove` and `add`, however large the table is. The first use goes through the whole table.
 *
 * With `by`, one sum for each group, as a table by group in ascending order of its keys
 * (numbers, then strings). A selector that reads one group runs again when that sum has
 * changed; a group without rows vanishes.
 *
 * `remove` must take back exactly what `add` did, in any order: integers, bigints, counts. Sums
 * of fractions drift, since 0.1 + 0.2 − 0.2 is not 0.1; keep money in minor units. A largest or
 * a smallest cannot be taken back at all: derive a table with `order` and read `at(0)`. In
 * development the sum is now and then compared with one that is made anew, and a difference is
 * reported once (`selector/aggregate-drifted`).
 *
 * The idea is that of incremental view maintenance in databases: a change is a row that is
 * removed and a row that is added.
 */
export function createAggregate<S, K extends TableKey, V, Sum, Group extends TableKey>(
  input: Selector<S>,
  table: (state: S) => Table<K, V>,
  options: GroupedAggregateOptions<K, V, Sum, Group>,
): Selector<DerivedTable<Group, Sum>>
export function createAggregate<S, K extends TableKey, V, Sum>(
  input: Selector<S>,
  table: (state: S) => Table<K, V>,
  options: AggregateOptions<K, V, Sum>,
): Selector<Sum>
export function createAggregate<K extends TableKey, V, Sum, Group extends TableKey>(
  table: Selector<Table<K, V>>,
  options: GroupedAggregateOptions<K, V, Sum, Group>,
): Selector<DerivedTable<Group, Sum>>
export function createAggregate<K extends TableKey, V, Sum>(
  table: Selector<Table<K, V>>,
  options: AggregateOptions<K, V, Sum>,
): Selector<Sum>
export function createAggregate<K extends TableKey, V, Sum>(
  input: Selector<unknown>,
  second: ((state: never) => Table<K, V>) | AnyOptions<K, V, Sum>,
  third?: AnyOptions<K, V, Sum>,
): Selector<unknown> {
  const select = typeof second === 'function' ? second : undefined
  const options = (typeof second === 'function' ? third : second) as AnyOptions<K, V, Sum>
  const { equal = Object.is } = options
  const aggregation = { ...options, equal, drifted: { told: false } } as Aggregation
  const node: SelectorNode<unknown> = {
    kind: 'incremental',
    inputs: [tableSelector(input, select)],
    advance: (before, table) =>
      aggregation.by === undefined
        ? advanceTotal(before as never, table, aggregation)
        : advanceGroups(before as never, table, aggregation, aggregation.by),
    equal: aggregation.by === undefined ? aggregation.equal : Object.is,
  }
  return { [NODE]: node }
}

type AnyOptions<K extends TableKey, V, Sum> = AggregateOptions<K, V, Sum> &
  Partial<GroupedAggregateOptions<K, V, Sum, TableKey>>
