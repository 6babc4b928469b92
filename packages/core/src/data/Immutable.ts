import type { Table } from '../table/Table.ts'
import type { TableLike } from '../table/TableLike.ts'
import type { AnyFunction } from './AnyFunction.ts'
import type { Atomic } from './Atomic.ts'

/**
 * `T` as readers of state see it: nothing in it can be assigned to, all the way down.
 * Shown by the editor as `Frozen<Row>`, so that names of types stay visible.
 */
export type Immutable<T> = T extends Atomic | AnyFunction
  ? T
  : T extends TableLike<infer K, infer V>
    ? Table<K, V>
    : T extends ReadonlyMap<infer K, infer V>
      ? ReadonlyMap<Immutable<K>, Immutable<V>>
      : T extends ReadonlySet<infer V>
        ? ReadonlySet<Immutable<V>>
        : T extends object
          ? Frozen<T>
          : T

/**
 * An object of {@link Immutable}; use that one in annotations. An alias of its own, or the
 * editor would print every field instead of the name.
 */
export type Frozen<T> = { readonly [K in keyof T]: Immutable<T[K]> }
