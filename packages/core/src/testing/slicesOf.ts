import type { AnySlice } from '../slice/Slice.ts'
import type { Store } from '../store/Store.ts'
import { partsOf } from '../store/storeParts.ts'

/**
 * The slices of a store, those that were added later included: for a {@link replay} by the same reducers.
 *
 * @throws PlayheadError `store/not-a-store`
 */
export const slicesOf = (store: Store): readonly AnySlice[] => partsOf(store).slices()
