import type { Selector, SelectorOptions, ValuesOf } from './Selector.ts'
import { NODE } from './Selector.ts'

/**
 * Derives from one slice or selector, or from several in an array. `project` must be pure.
 *
 * The selector is a value without a store: `store.get(total)`, `useSelector(total)`. It runs
 * again only when one of its inputs has another value, as in reselect, but what it remembers
 * belongs to each view of state: two views never push each other's values out.
 */
export function createSelector<Input, T>(
  input: Selector<Input>,
  project: (value: Input) => T,
  options?: SelectorOptions<T>,
): Selector<T>
export function createSelector<const Inputs extends readonly Selector<unknown>[], T>(
  inputs: Inputs,
  project: (...values: ValuesOf<Inputs>) => T,
  options?: SelectorOptions<T>,
): Selector<T>
export function createSelector<T>(
  input: Selector<unknown> | readonly Selector<unknown>[],
  project: (...values: never[]) => T,
  { equal = Object.is }: SelectorOptions<T> = {},
): Selector<T> {
  const inputs = isSelector(input) ? [input] : input
  return { [NODE]: { kind: 'derived', inputs, project, equal: equal as (before: unknown, after: unknown) => boolean } }
}

const isSelector = (input: Selector<unknown> | readonly Selector<unknown>[]): input is Selector<unknown> =>
  NODE in input
