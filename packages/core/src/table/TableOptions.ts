import type { Immutable } from '../data/Immutable.ts'
import type { TableKey } from './TableKey.ts'

/** What a table starts with. */
export interface TableOptions<K extends TableKey, V> {
  readonly rows?: Iterable<readonly [K, V]>
  /**
   * Keeps rows sorted; ties stay in order of insertion. Code, not data: it is taken from the
   * slice, never from a checkpoint.
   */
  readonly order?: (a: Immutable<V>, b: Immutable<V>) => number
}
