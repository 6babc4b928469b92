import type { TableLike } from '../table/TableLike.ts'
import type { AnyFunction } from './AnyFunction.ts'
import type { Atomic } from './Atomic.ts'
import type { NotStorable } from './NotStorable.ts'

/**
 * Bounds a payload or state to what can be stored: `Payload extends Storable<Payload>`.
 *
 * Plain objects, arrays, `Date`, `Map`, `Set`, `bigint`, typed arrays and tables pass.
 * Functions, symbols, promises and instances with methods do not. Fields of type `unknown`
 * or `any` pass here and are checked when they are dispatched.
 *
 * A mapped type, for two reasons: a conditional one would be circular as a bound, and one
 * that names primitives would infer the state `0` as `0` and not as `number`.
 */
export type Storable<T> = { [K in keyof T]: T extends Whole ? T[K] : StorablePart<T[K]> }

type StorablePart<T> = T extends Whole
  ? T
  : T extends AnyFunction | (abstract new (...args: never[]) => unknown)
    ? NotStorable<'a function cannot be stored'>
    : T extends symbol
      ? NotStorable<'a symbol cannot be stored'>
      : T extends PromiseLike<unknown>
        ? NotStorable<'a promise cannot be stored'>
        : T extends object
          ? { [K in keyof T]: StorablePart<T[K]> }
          : T

/** Not looked into. What maps and sets hold is checked when it is dispatched. */
// biome-ignore lint/suspicious/noExplicitAny: any key and any row, in whatever variance
type Whole = Atomic | TableLike<any, any> | ReadonlyMap<any, any> | ReadonlySet<any>
