import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { asDispatched } from '../slice/fromReducer.ts'
import { voided } from '../undo/voided.ts'
import type { Fold } from './Fold.ts'
import type { FoldContext } from './FoldContext.ts'

/** One Redux root reducer over the whole state, as `replaceReducer` brings it. */
export function foldOfReducer(
  reduce: (state: StateBySlice | undefined, action: object) => StateBySlice,
  context: FoldContext,
): Fold {
  const fold: Fold = {
    initial: reduce(undefined, { type: '@@playhead/replaced' }),
    infos: new Map(),
    adopted: true,
    folds: () => true,
    only: () => fold,
    step(state, record, failed) {
      if (context.unreadable?.has(record.id) || record.type === voided.type) return state
      const outer = context.folding
      context.folding = true
      try {
        return reduce(state, asDispatched(record))
      } catch (thrown) {
        failed?.({ slice: '(root reducer)', record, thrown })
        return state
      } finally {
        context.folding = outer
      }
    },
  }
  return fold
}
