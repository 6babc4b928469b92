/**
 * What is seen of an axis: from where to where, and how many pixels wide it is drawn. Places lie on whole numbers of
 * an axis of offsets, from −1 (before the first record); on an axis of time they are milliseconds.
 */
export interface Viewport {
  readonly from: number
  readonly to: number
  readonly width: number
}

/** A stretch of an axis. */
export interface Extent {
  readonly from: number
  readonly to: number
}

/** Room beyond both ends of the log, so that the playhead can be taken hold of there. */
export const MARGIN_PX = 14

/** One record, or one millisecond, is never drawn wider. */
export const UNIT_PX_MAX = 40

export const unitsPerPixel = ({ from, to, width }: Viewport): number => (to - from) / width

export const toPixel = (view: Viewport, at: number): number => ((at - view.from) / (view.to - view.from)) * view.width

export const toPlace = (view: Viewport, x: number): number => view.from + (x / view.width) * (view.to - view.from)

/** The whole log; a short one at the largest scale, from the start. */
export function fitAll(extent: Extent, width: number): Viewport {
  const scale = Math.max((extent.to - extent.from) / inner(width), 1 / UNIT_PX_MAX)
  const from = extent.from - MARGIN_PX * scale
  return { from, to: from + scale * width, width }
}

/** The scale changed by `factor` (2 shows half as much) with the place under `x` kept there, as far as the ends allow. */
export function zoomAbout(view: Viewport, x: number, factor: number, extent: Extent): Viewport {
  const scale = clampScale(unitsPerPixel(view) / factor, extent, view.width)
  const from = toPlace(view, x) - x * scale
  return clamp({ from, to: from + scale * view.width, width: view.width }, extent)
}

export function panBy(view: Viewport, pixels: number, extent: Extent): Viewport {
  const by = pixels * unitsPerPixel(view)
  return clamp({ ...view, from: view.from + by, to: view.to + by }, extent)
}

/** The same scale, moved so far that `at` lies `share` of the width from the start. */
export function centreOn(view: Viewport, at: number, extent: Extent, share = 0.5): Viewport {
  const span = view.to - view.from
  const from = at - span * share
  return clamp({ from, to: from + span, width: view.width }, extent)
}

/** The same stretch at another width; a wider one shows more at the same scale where it was not the whole. */
export function resize(view: Viewport, width: number, extent: Extent): Viewport {
  if (width === view.width) return view
  if (showsAll(view, extent)) return fitAll(extent, width)
  return clamp({ from: view.from, to: view.from + unitsPerPixel(view) * width, width }, extent)
}

export const showsAll = (view: Viewport, extent: Extent): boolean => view.from <= extent.from && view.to >= extent.to

/** From here to there exactly, as a window over the minimap says. */
export function showing(extent: Extent, width: number, whole: Extent): Viewport {
  const scale = clampScale((extent.to - extent.from) / width, whole, width)
  return clamp({ from: extent.from, to: extent.from + scale * width, width }, whole)
}

/** Moved back where it reaches beyond the ends, and not further out than the whole. */
export function clamp(view: Viewport, extent: Extent): Viewport {
  const whole = fitAll(extent, view.width)
  const scale = clampScale(unitsPerPixel(view), extent, view.width)
  const span = scale * view.width
  const first = extent.from - MARGIN_PX * scale
  const last = Math.max(extent.to + MARGIN_PX * scale, first + span) - span
  if (span >= whole.to - whole.from) return whole
  const from = Math.min(Math.max(view.from, first), last)
  return { from, to: from + span, width: view.width }
}

function clampScale(scale: number, extent: Extent, width: number): number {
  const nearest = 1 / UNIT_PX_MAX
  const furthest = Math.max((extent.to - extent.from) / inner(width), nearest)
  return Math.min(Math.max(scale, nearest), furthest)
}

const inner = (width: number) => Math.max(1, width - 2 * MARGIN_PX)

/** Part of the way from one view to another: 0 is the one, 1 the other. */
export const between = (one: Viewport, other: Viewport, share: number): Viewport => ({
  from: one.from + (other.from - one.from) * share,
  to: one.to + (other.to - one.to) * share,
  width: other.width,
})
