import type { TimelineAxis } from '../../../protocol/calls.ts'
import type { StoreOverview } from '../../../protocol/overview.ts'
import type { Extent } from './Viewport.ts'

/** What there is of a store along an axis: from before the first record to the head; from the first time to the last. */
export function extentOf(store: StoreOverview, axis: TimelineAxis): Extent {
  if (axis === 'offset') return { from: -1, to: Math.max(0, store.playhead.head) }
  if (!store.span) return { from: 0, to: 1 }
  return { from: store.span.from, to: Math.max(store.span.to, store.span.from + 1) }
}
