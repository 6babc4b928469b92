import { createSelector } from './createSelector.ts'
import type { Selector, SelectorOptions } from './Selector.ts'
import { NODE } from './Selector.ts'

/** Arguments of a family, and keys of effect runs: primitives, because they are looked up. */
export type FamilyKey = string | number | bigint | boolean | null | undefined

/**
 * Selectors by argument: `balanceOf(id)` is the same selector for the same `id`, as long
 * as anything uses it. The second form builds each one from other selectors.
 *
 * The cache holds its members weakly, so it is as large as what is in use.
 */
export function createSelectorFamily<Input, Args extends readonly FamilyKey[], T>(
  input: Selector<Input>,
  project: (value: Input, ...args: Args) => T,
  options?: SelectorOptions<T>,
): (...args: Args) => Selector<T>
export function createSelectorFamily<Args extends readonly FamilyKey[], T>(
  make: (...args: Args) => Selector<T>,
): (...args: Args) => Selector<T>
export function createSelectorFamily<Input, Args extends readonly FamilyKey[], T>(
  input: Selector<Input> | ((...args: Args) => Selector<T>),
  project?: (value: Input, ...args: Args) => T,
  options?: SelectorOptions<T>,
): (...args: Args) => Selector<T> {
  const make = memberMaker(input, project, options)
  const members = new Map<FamilyKey, WeakRef<Selector<T>>>()
  const forget = new FinalizationRegistry<FamilyKey>((key) => {
    if (members.get(key)?.deref() === undefined) members.delete(key)
  })
  return (...args) => {
    const key = keyOf(args)
    const known = members.get(key)?.deref()
    if (known) return known
    const member = make(...args)
    members.set(key, new WeakRef(member))
    forget.register(member, key)
    return member
  }
}

function memberMaker<Input, Args extends readonly FamilyKey[], T>(
  input: Selector<Input> | ((...args: Args) => Selector<T>),
  project: ((value: Input, ...args: Args) => T) | undefined,
  options: SelectorOptions<T> | undefined,
): (...args: Args) => Selector<T> {
  if (!(NODE in input)) return input
  if (!project) throw new TypeError('createSelectorFamily(input, project) needs a function that reads the input.')
  // One list for all members: a page may hold thousands of them.
  const inputs = [input] as const
  return (...args) => {
    // Most take one argument, which then needs no list to stand in.
    const [arg] = args
    const read =
      args.length === 1
        ? (value: Input) => (project as (...args: unknown[]) => T)(value, arg)
        : (value: Input) => project(value, ...args)
    return createSelector(inputs, read, options)
  }
}

/** One argument is its own key, so that `1` and `'1'` stay apart; several are written out with their types. */
function keyOf(args: readonly FamilyKey[]): FamilyKey {
  if (args.length === 1) return args[0]
  // No string argument begins like this: none and one have their own keys.
  let key = '\u0000'
  for (const arg of args) {
    const text = String(arg)
    key += `${typeof arg}:${text.length}:${text};`
  }
  return key
}
