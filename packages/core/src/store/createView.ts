import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { SelectorMemo } from '../selector/SelectorMemo.ts'
import type { View } from './Store.ts'

/** A view of whatever state `read` gives, with a memory of its own for selectors. */
export function createView(read: () => StateBySlice): View {
  const memo = new SelectorMemo()
  return {
    get: (selector) => memo.read(selector, read()),
    getState: read,
  }
}
