import type { TableKey } from './TableKey.ts'

declare const rowType: unique symbol

/**
 * What tells a table and its draft from other objects, to the compiler. A brand and not the
 * methods decides: by its methods a `Map` is a table, and `Draft<Draft<T>>` would not be `Draft<T>`.
 */
export interface TableLike<K extends TableKey, V> {
  readonly [rowType]: { readonly key: K; readonly row: V }
}
