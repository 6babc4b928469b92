import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { asDispatched } from '../slice/fromReducer.ts'
import type { Fold } from './Fold.ts'

/** One Redux root reducer over the whole state, as `replaceReducer` brings it. */
export function foldOfReducer(reduce: (state: StateBySlice | undefined, action: object) => StateBySlice): Fold {
  return {
    initial: reduce(undefined, { type: '@@playhead/replaced' }),
    infos: new Map(),
    adopted: true,
    folds: () => true,
    step(state, record, failed) {
      try {
        return reduce(state, asDispatched(record))
      } catch (thrown) {
        failed?.({ slice: '(root reducer)', record, thrown })
        return state
      }
    },
  }
}
