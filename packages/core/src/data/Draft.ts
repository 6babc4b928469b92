import type { TableDraft } from '../table/TableDraft.ts'
import type { TableLike } from '../table/TableLike.ts'
import type { AnyFunction } from './AnyFunction.ts'
import type { Atomic } from './Atomic.ts'

/**
 * `T` as a reducer may change it: assign, push, set, delete. The framework keeps the
 * original and copies only what was touched. Shown by the editor as `Drafted<Row>`.
 *
 * `readonly` is stripped all the way down. To assign a `readonly` array to a draft field,
 * spread it (`[...rows]`) or use `castDraft`.
 */
export type Draft<T> = T extends Atomic | AnyFunction
  ? T
  : T extends TableLike<infer K, infer V>
    ? TableDraft<K, V>
    : T extends ReadonlyMap<infer K, infer V>
      ? Map<K, Draft<V>>
      : T extends ReadonlySet<infer V>
        ? Set<Draft<V>>
        : T extends object
          ? Drafted<T>
          : T

/**
 * An object of {@link Draft}; use that one in annotations. An alias of its own, or the
 * editor would print every field instead of the name.
 */
export type Drafted<T> = { -readonly [K in keyof T]: Draft<T[K]> }
