import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { valueAtPath } from '../timeline/blameTarget.ts'
import { diffStates } from '../timeline/diffStates.ts'
import type { Path, StateChange } from '../timeline/StateChange.ts'

/** What stands at a path from the root of state; `undefined` where nothing does. */
export const valueInState = (state: object, path: Path): unknown => valueAtPath(state as StateBySlice, path)

/** What is different in a state, seen from another, as it is found: skips what both share. They may be of two stores. */
export const changesBetween = (before: object, after: object): Generator<StateChange, void, void> =>
  diffStates(before as StateBySlice, after as StateBySlice)
