import type { PlayheadError } from '../error/PlayheadError.ts'
import type { Selector } from '../selector/Selector.ts'
import type { ChangeListener, StateBySlice } from '../selector/SelectorMemo.ts'
import { SelectorMemo } from '../selector/SelectorMemo.ts'
import type { View } from './Store.ts'

/** A view whose state moves. */
export interface MovingView extends View {
  /** Calls `listener` after a move that has changed the selector's value. Gives the way to stop it. */
  watch(selector: Selector<unknown>, listener: () => void): () => void
  /** The selectors that are watched, each as often as it is. */
  watched(): Iterable<Selector<unknown>>
  /** Hands over everybody who watches a selector whose value is another one than when they were last told. */
  changed(call: (listener: () => void) => void): void
}

/**
 * A view of whatever state `read` gives, with a memory of its own for selectors. `refusal` says
 * why a selector cannot be read yet, where that is so; `changed` is told of values that are other ones.
 */
export function createView(
  read: () => StateBySlice,
  refusal: (selector: Selector<unknown>) => PlayheadError | undefined = () => undefined,
  changed?: ChangeListener,
): MovingView {
  const memo = new SelectorMemo(read(), changed)
  const watchers = new Map<() => void, Selector<unknown>>()
  const due = new Set<() => void>()
  // A reader may come between a move and its notification: what it brings up to date is told all the same.
  const follow = () => {
    for (const listener of memo.moveTo(read())) due.add(listener)
  }
  return {
    getState: read,
    get(selector) {
      follow()
      try {
        return memo.read(selector)
      } catch (thrown) {
        throw refusal(selector) ?? thrown
      }
    },
    watch(selector, listener) {
      follow()
      const own = () => listener()
      const stop = memo.watch(selector, own)
      watchers.set(own, selector)
      return () => {
        watchers.delete(own)
        due.delete(own)
        stop()
      }
    },
    watched: () => watchers.values(),
    changed(call) {
      // Whoever reads next is brought up to date then.
      if (watchers.size === 0) return
      follow()
      // Whoever is stopped by one before it is not called any more.
      for (const listener of due) {
        due.delete(listener)
        call(listener)
      }
    },
  }
}
