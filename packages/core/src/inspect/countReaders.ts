import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { SelectorMemo } from '../selector/SelectorMemo.ts'
import type { Store } from '../store/Store.ts'
import { partsOf } from '../store/storeParts.ts'

/** What a record means for those who read the store now. */
export interface ReaderCount {
  /** Selectors that are run again because of it. */
  readonly selectorsRun: number
  /** Of those who watch a selector, how many are told of another value. */
  readonly subscribersTold: number
}

/**
 * Counts who is affected by a record: moves a view of its own, in which the selectors that are watched now
 * are watched as well, from the state before it to the state after it. `undefined` where more are watched
 * than can be asked in a moment.
 *
 * @throws PlayheadError `timeline/not-loaded`
 */
export function countReaders(store: Store, offset: number): ReaderCount | undefined {
  const { log, watched } = partsOf(store)
  const before = log().stateAt(offset - 1)
  const memo = new SelectorMemo(before)
  let watches = 0
  for (const selector of watched()) {
    if (++watches > WATCHES_MAX) return undefined
    // Each a listener of its own: one that is given twice is kept once.
    memo.watch(selector, () => {})
  }
  const began = memo.runCount
  const told = memo.moveTo(log().stateAt(offset) as StateBySlice)
  return { selectorsRun: memo.runCount - began, subscribersTold: told.length }
}

/** Each of them runs once for the state before. */
const WATCHES_MAX = 2_000
