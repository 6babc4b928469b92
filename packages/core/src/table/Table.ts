import type { Immutable } from '../data/Immutable.ts'
import type { TableChange } from './TableChange.ts'
import type { TableKey } from './TableKey.ts'
import type { TableLike } from './TableLike.ts'

/**
 * A persistent keyed collection: versions share what they have in common, so keeping an
 * old one costs only its differences. Iterates in order of insertion, or in `order`.
 *
 * This is the reading side. A reducer gets a `TableDraft` in its place.
 */
export interface Table<K extends TableKey, V> extends TableLike<K, V>, Iterable<[K, Immutable<V>]> {
  readonly size: number
  /** The row, or `undefined`. A selector that calls this runs again only when this row changes. */
  get(key: K): Immutable<V> | undefined
  has(key: K): boolean
  /** In order of insertion, or of `order`; so do `values` and `entries`. */
  keys(): IteratorObject<K, undefined>
  values(): IteratorObject<Immutable<V>, undefined>
  entries(): IteratorObject<[K, Immutable<V>], undefined>
  [Symbol.iterator](): IteratorObject<[K, Immutable<V>], undefined>
  /**
   * What happened to rows between `earlier` and this version, in O(changed · log n), also
   * when the two are on different branches. Rows are compared by `Object.is`: a replay makes
   * new row objects, so compare `before` and `after` with `sameValue` where that matters.
   */
  diff(earlier: Table<K, V>): Iterable<TableChange<K, V>>
}
