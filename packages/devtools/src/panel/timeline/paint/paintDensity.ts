import type { Viewport } from '../view/Viewport.ts'
import { toPixel } from '../view/Viewport.ts'
import { triangle } from './paintMarks.ts'
import type { Painting } from './pixels.ts'
import { snapOf } from './pixels.ts'
import type { DensityPiece } from './Scene.ts'

/** Where a silhouette stands and how high it may grow. */
interface Band {
  readonly base: number
  readonly height: number
}

/** A bucket with a single record among many is still seen. */
const LEAST_PX = 2

/**
 * A silhouette of how many records there are, the square root of their rate: single ones are seen beside thousands.
 * Rectangles on whole pixels: they leave no seams, and a path of as many costs a software canvas ten times as much.
 */
export function paintDensity(
  context: Painting,
  view: Viewport,
  pieces: readonly DensityPiece[],
  fullRate: number,
  { base, height }: Band,
): void {
  const snap = snapOf(context)
  for (const piece of pieces) {
    const gap = (piece.bucket / (view.to - view.from)) * view.width >= 3 ? 1 : 0
    eachBucket(view, piece, 'counts', (x, wide, count) => {
      const high = Math.max(LEAST_PX, height * Math.sqrt(Math.min(1, count / piece.bucket / fullRate)))
      const from = snap(x)
      const top = snap(base - high)
      context.fillRect(from, top, Math.max(snap(x + wide) - from - gap, snap(1)), base - top)
    })
  }
}

/** Triangles where records failed, as single ones are drawn; they stand apart, however many there are. */
export function paintFailed(context: Painting, view: Viewport, pieces: readonly DensityPiece[], base: number): void {
  context.beginPath()
  let last = Number.NEGATIVE_INFINITY
  for (const piece of pieces) {
    eachBucket(view, piece, 'failed', (x, wide) => {
      const middle = x + wide / 2
      if (middle - last < APART_PX) return
      last = middle
      triangle(context, middle, base - 4, 4.5)
    })
  }
  context.lineWidth = 2
  context.stroke()
  context.fill()
}

const APART_PX = 9

/** The buckets in sight that hold something, with their place in pixels. */
function eachBucket(
  view: Viewport,
  piece: DensityPiece,
  of: 'counts' | 'failed',
  draw: (x: number, width: number, count: number) => void,
): void {
  const { at, bucket, within } = piece
  const counts = piece[of]
  const first = Math.max(0, Math.floor((Math.max(within.from, view.from) - at) / bucket))
  const last = Math.min(counts.length - 1, Math.ceil((Math.min(within.to, view.to) - at) / bucket))
  for (let each = first; each <= last; each++) {
    const count = counts[each] ?? 0
    if (count === 0) continue
    const from = Math.max(at + each * bucket, within.from)
    const to = Math.min(at + (each + 1) * bucket, within.to)
    if (to > from) draw(toPixel(view, from), toPixel(view, to) - toPixel(view, from), count)
  }
}
