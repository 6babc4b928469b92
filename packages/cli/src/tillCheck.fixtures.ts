import type { Store } from '@playhead/core'
import { cash } from './till.fixtures.ts'

// #region check
/** What is in the till is what the sales that stand have brought. */
export default function check(store: Store): void {
  const { minor, sold } = store.get(cash)
  const expected = Object.values(sold)
    .flat()
    .reduce((sum, price) => sum + price, 0)
  if (minor !== expected) throw new Error(`The till holds ${minor} instead of ${expected}.`)
}
// #endregion
