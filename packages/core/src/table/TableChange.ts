import type { Immutable } from '../data/Immutable.ts'

/** One row that differs between two versions of a table. */
export type TableChange<K, V> =
  | { readonly kind: 'added'; readonly key: K; readonly after: Immutable<V> }
  | { readonly kind: 'changed'; readonly key: K; readonly before: Immutable<V>; readonly after: Immutable<V> }
  | { readonly kind: 'removed'; readonly key: K; readonly before: Immutable<V> }
