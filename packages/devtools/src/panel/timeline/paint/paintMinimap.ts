import type { TrackColour } from '../../colour/trackColour.ts'
import type { Extent, Viewport } from '../view/Viewport.ts'
import { toPixel } from '../view/Viewport.ts'
import type { Palette } from './Palette.ts'
import type { Painting } from './pixels.ts'
import { crisp, snapOf, verticalLine } from './pixels.ts'
import type { DensityPiece, Flag } from './Scene.ts'

export interface MinimapScene {
  /** The whole log. */
  readonly view: Viewport
  readonly height: number
  readonly window: Extent
  readonly palette: Palette
  /** One track upon the other, the first at the top. */
  readonly stack: readonly { readonly colour: TrackColour; readonly pieces: readonly DensityPiece[] }[]
  /** Heights are shares of the records of a bucket; else they are how many there are, against the busiest. */
  readonly isShare: boolean
  readonly playhead: number
  readonly parked: boolean
  readonly loop: Extent | undefined
  readonly errors: readonly Flag[]
  readonly bookmarks: readonly Flag[]
}

export const HANDLE_PX = 6

const COLUMN_PX = 2

/** The whole log in a strip, with the window that the timeline shows. */
export function paintMinimap(context: Painting, scene: MinimapScene): void {
  const { view, height, window, palette, loop } = scene
  context.fillStyle = palette.surface
  context.fillRect(0, 0, view.width, height)
  if (loop) {
    context.fillStyle = palette.accentSurface
    context.fillRect(toPixel(view, loop.from), 0, toPixel(view, loop.to) - toPixel(view, loop.from), height)
  }
  paintStack(context, scene)
  for (const [places, colour] of [
    [scene.bookmarks, palette.info],
    [scene.errors, palette.negative],
  ] as const) {
    context.fillStyle = colour
    for (const { at } of places) context.fillRect(toPixel(view, at) - 1, 0, 2, 4)
  }
  paintWindow(context, scene, Math.max(0, toPixel(view, window.from)), Math.min(view.width, toPixel(view, window.to)))
  context.strokeStyle = scene.parked ? palette.timeText : palette.accentText
  context.lineWidth = 1
  verticalLine(context, toPixel(view, scene.playhead), 0, height)
}

/** Tracks upon each other by pixel columns: which of them was busy when. */
function paintStack(context: Painting, { view, height, palette, stack, isShare }: MinimapScene): void {
  const columns = stack.map(({ colour, pieces }) => ({ colour, counts: columnsOf(view, pieces) }))
  const sums = Array.from({ length: Math.ceil(view.width / COLUMN_PX) }, (_, at) =>
    columns.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
  )
  const most = Math.max(...sums, 1e-12)
  const tall = height - 8
  const snap = snapOf(context)
  // Square roots, as in the tracks: a quiet stretch is seen beside a busy one.
  const heights = sums.map((sum) => (sum === 0 ? 0 : isShare ? tall : Math.max(2, tall * Math.sqrt(sum / most))))
  const tops = heights.map((high) => height - 3 - high)
  context.globalAlpha = 0.65
  for (const { colour, counts } of columns) {
    context.fillStyle = palette.colour(colour)
    for (const [at, sum] of sums.entries()) {
      const high = sum === 0 ? 0 : ((counts[at] ?? 0) / sum) * (heights[at] ?? 0)
      const top = tops[at] ?? 0
      const from = snap(top)
      if (high > 0) context.fillRect(at * COLUMN_PX, from, COLUMN_PX, snap(top + high) - from)
      tops[at] = top + high
    }
  }
  context.globalAlpha = 1
}

/** Counts as they fall into columns of pixels, each bucket at its middle or over all that it covers. */
function columnsOf(view: Viewport, pieces: readonly DensityPiece[]): readonly number[] {
  const columns = new Array<number>(Math.ceil(view.width / COLUMN_PX)).fill(0)
  for (const { at, bucket, counts, within } of pieces) {
    const wide = (bucket / (view.to - view.from)) * view.width
    for (const [each, count] of counts.entries()) {
      const from = at + each * bucket
      if (count === 0 || from < within.from || from >= within.to) continue
      const first = Math.floor(toPixel(view, from) / COLUMN_PX)
      const last = Math.max(first, Math.ceil((toPixel(view, from) + wide) / COLUMN_PX) - 1)
      for (let column = Math.max(0, first); column <= Math.min(last, columns.length - 1); column++)
        columns[column] = (columns[column] ?? 0) + count / (last - first + 1)
    }
  }
  return columns
}

function paintWindow(context: Painting, { view, height, palette }: MinimapScene, from: number, to: number): void {
  context.fillStyle = palette.sunken
  context.globalAlpha = 0.72
  context.fillRect(0, 0, from, height)
  context.fillRect(to, 0, view.width - to, height)
  context.globalAlpha = 1
  context.strokeStyle = palette.control
  context.lineWidth = 1
  context.beginPath()
  context.roundRect(crisp(from), 0.5, Math.max(1, Math.round(to - from) - 1), height - 1, 3)
  context.stroke()
  context.fillStyle = palette.control
  for (const x of [from, to]) {
    const left = Math.min(Math.max(0, x - HANDLE_PX / 2), view.width - HANDLE_PX)
    context.beginPath()
    context.roundRect(left, height / 2 - 7, HANDLE_PX, 14, 2.5)
    context.fill()
  }
}
