import type { AnyTable } from '../table/AnyTable.ts'

/** Where a selector keeps how it reads. */
export const NODE: unique symbol = Symbol('playhead.selector')

/** A value that knows how to read a `T` from state. Memoised; runs again only when what it read has changed. */
export interface Selector<out T> {
  readonly [NODE]: SelectorNode<T>
}

/** What a selector or slice reads. */
export type ValueOf<S> = S extends Selector<infer T> ? T : never

export type ValuesOf<Inputs extends readonly Selector<unknown>[]> = {
  readonly [I in keyof Inputs]: ValueOf<Inputs[I]>
}

/**
 * How a selector reads. A slice is found by its name and not by its object, so that a
 * replaced slice keeps its selectors.
 */
export type SelectorNode<T> =
  | { readonly kind: 'slice'; readonly name: string; readonly initial: T }
  | {
      readonly kind: 'derived'
      readonly inputs: readonly Selector<unknown>[]
      readonly project: (...values: never[]) => T
      readonly equal: (before: unknown, after: unknown) => boolean
    }
  | {
      readonly kind: 'incremental'
      readonly inputs: readonly [Selector<AnyTable>]
      /** Brings what was remembered of an earlier version of the table up to date. Must leave `before` as it is. */
      readonly advance: (before: Advanced<unknown> | undefined, table: AnyTable) => Advanced<T>
      readonly equal: (before: unknown, after: unknown) => boolean
    }

/** A value that is kept up to date from what changed, with whatever that takes. */
export interface Advanced<out T> {
  readonly value: T
}

/** When a selector's value counts as changed. */
export interface SelectorOptions<T> {
  /** Keeps the old value where the new one is equal to it. Default `Object.is`. */
  readonly equal?: (before: T, after: T) => boolean
}
