/**
 * Places in a list that is taller than what a browser can scroll: Firefox stops at 17,895,700 px, Chromium at
 * 33,554,400, and from 16,777,216 on the places of rows are rounded to whole pixels and more, which shows as jitter.
 * So the element that scrolls is at most `REAL_PX_MAX` tall, and its middle is a reduction of the list.
 *
 * ```
 *   list   0 ─── end ─────────────────────────────────── end ─── total
 *              │    \                                /    │
 *   real   0 ─── end ─────────────────────────── end ─── real        both ends one to one
 * ```
 *
 * Scrolling by less than a view is one to one everywhere: see `RowScroller`. The idea is SlickGrid's virtual pages.
 */
export interface ScrollScale {
  /** Height of the list. */
  readonly total: number
  /** Height of what scrolls. */
  readonly real: number
}

export const REAL_PX_MAX = 8_000_000
/** How much of either end is one to one. */
export const END_PX = 100_000

export const scaleOf = (total: number): ScrollScale => ({ total, real: Math.min(total, REAL_PX_MAX) })

/** Where the scrollbar stands for a place in the list. */
export function realOf({ total, real }: ScrollScale, place: number): number {
  if (total === real || place <= END_PX) return place
  if (place >= total - END_PX) return real - (total - place)
  return END_PX + ((place - END_PX) / (total - 2 * END_PX)) * (real - 2 * END_PX)
}

/** The place in the list for where the scrollbar stands. */
export function placeOf({ total, real }: ScrollScale, at: number): number {
  if (total === real || at <= END_PX) return at
  if (at >= real - END_PX) return total - (real - at)
  return END_PX + ((at - END_PX) / (real - 2 * END_PX)) * (total - 2 * END_PX)
}
