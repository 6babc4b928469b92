import type { Immutable } from '../data/Immutable.ts'
import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { DerivedTable } from '../table/DerivedTable.ts'
import type { Derivation, Derived } from '../table/deriveTable.ts'
import { deriveTable } from '../table/deriveTable.ts'
import type { Table } from '../table/Table.ts'
import type { TableKey } from '../table/TableKey.ts'
import type { Selector } from './Selector.ts'
import { NODE } from './Selector.ts'
import { tableSelector } from './tableSelector.ts'

/** Which rows of a table, in which order, and how many. */
export interface DerivedTableOptions<K extends TableKey, V> {
  /** Whether a row is in it. Default: all are. */
  readonly where?: (row: Immutable<V>, key: K) => boolean
  /** Which of two rows stands first, as for `Array.prototype.sort`; ties stand as in the table. Default: the table's order. */
  readonly order?: (a: Immutable<V>, b: Immutable<V>) => number
  /** Only so many rows, the first ones. */
  readonly limit?: number
}

/**
 * Some rows of a table, in an order of their own, kept up to date from what changes: a dispatch
 * that changes k rows costs O(k · log n), and one that changes none of them tells nobody. The
 * first use goes through the whole table.
 *
 * What it gives is a table as well, with `at(index)`, `slice(start, end)` and `indexOf(key)` for
 * virtual lists; selectors read its rows one by one, and it can be derived from again. The term
 * is SQL's: a derived table is what a query over another table gives.
 *
 * `where` and `order` must be pure and depend on the row alone. One that throws, throws to
 * whoever reads the table; it is asked again at the next change.
 */
export function createDerivedTable<S, K extends TableKey, V>(
  input: Selector<S>,
  table: (state: S) => Table<K, V>,
  options?: DerivedTableOptions<K, V>,
): Selector<DerivedTable<K, V>>
export function createDerivedTable<K extends TableKey, V>(
  table: Selector<Table<K, V>>,
  options?: DerivedTableOptions<K, V>,
): Selector<DerivedTable<K, V>>
export function createDerivedTable<K extends TableKey, V>(
  input: Selector<unknown>,
  second?: ((state: never) => Table<K, V>) | DerivedTableOptions<K, V>,
  third?: DerivedTableOptions<K, V>,
): Selector<DerivedTable<K, V>> {
  const { where, order, limit } = (typeof second === 'function' ? third : second) ?? {}
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 0)) throw badLimit(limit)
  const derivation = { where, order, limit } as Derivation
  return {
    [NODE]: {
      kind: 'incremental',
      inputs: [tableSelector(input, typeof second === 'function' ? second : undefined)],
      advance: (before, table) => deriveTable(before as Derived | undefined, table, derivation) as Advance<K, V>,
      equal: Object.is,
    },
  }
}

interface Advance<K extends TableKey, V> extends Omit<Derived, 'value'> {
  readonly value: DerivedTable<K, V>
}

const badLimit = (limit: number): PlayheadError =>
  new PlayheadError({
    code: 'selector/bad-limit',
    message: DEV
      ? `Cannot derive a table of the first ${limit} rows: \`limit\` must be a whole number from 0. Leave it out to have them all.`
      : [limit],
  })
