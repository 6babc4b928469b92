import type { Extent, Viewport } from './Viewport.ts'
import { centreOn, clamp, fitAll, showsAll } from './Viewport.ts'

/**
 * What is seen after the log has grown: all of it, where all was seen; its newest end, where that was seen; else what
 * was seen before, because somebody has moved away.
 */
export function follow(view: Viewport, before: Extent, after: Extent): Viewport {
  if (before.from === after.from && before.to === after.to) return view
  if (showsAll(view, before)) return fitAll(after, view.width)
  if (view.to < before.to) return clamp(view, after)
  const grown = after.to - before.to
  return clamp({ ...view, from: view.from + grown, to: view.to + grown }, after)
}

/**
 * What is seen after the playhead has moved: it is brought back when somebody travelled out of what is seen, and the
 * page is turned when it plays out of it. While it plays elsewhere, whoever has moved away is left alone.
 */
export function reveal(
  view: Viewport,
  playhead: { readonly before: number; readonly now: number; readonly playing: boolean },
  extent: Extent,
): Viewport {
  const { before, now, playing } = playhead
  if (before === now || isWithin(view, now)) return view
  if (!playing) return centreOn(view, now, extent)
  return isWithin(view, before) ? centreOn(view, now, extent, now > before ? 0.1 : 0.9) : view
}

export const isWithin = (view: Viewport, at: number): boolean => at >= view.from && at <= view.to
