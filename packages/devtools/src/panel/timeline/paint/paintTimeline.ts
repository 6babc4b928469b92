import type { Row } from '../layout/layoutRows.ts'
import { LANE_PX } from '../layout/layoutRows.ts'
import { toPixel } from '../view/Viewport.ts'
import { paintBranches } from './paintBranches.ts'
import { paintDensity, paintFailed } from './paintDensity.ts'
import { paintMarks, paintRing } from './paintMarks.ts'
import { paintRuler } from './paintRuler.ts'
import { paintRuns } from './paintRuns.ts'
import type { Painting } from './pixels.ts'
import { crisp, verticalLine } from './pixels.ts'
import type { Scene } from './Scene.ts'

type TrackRow = Extract<Row, { kind: 'track' }>

/** Room above and below what a track shows. */
const TRACK_PAD = 4

/** Draws a frame of the timeline: the rows, then the ruler over them. The context is scaled to CSS pixels. */
export function paintTimeline(context: Painting, scene: Scene): void {
  const { view, height, rulerHeight, palette } = scene
  context.fillStyle = palette.surface
  context.fillRect(0, 0, view.width, height)

  context.save()
  context.beginPath()
  context.rect(0, rulerHeight, view.width, Math.max(0, height - rulerHeight))
  context.clip()
  paintBack(context, scene)
  const top = rulerHeight - scene.scrolled
  for (const row of scene.rows) {
    const y = top + row.y
    if (y + row.height < rulerHeight || y > height) continue
    paintRow(context, scene, row, y)
  }
  paintNewer(context, scene)
  // Each with a playhead of its own.
  paintBranches(context, scene, top)
  paintMarked(context, scene, top)
  paintPointer(context, scene, top)
  context.restore()

  paintRuler(context, scene)
}

/** Behind the tracks: the grid, the loop, what is compared, and where the log ends. */
function paintBack(context: Painting, scene: Scene): void {
  const { view, height, rulerHeight, palette, ticks, loop, compared } = scene
  const end = toPixel(view, scene.head)
  if (loop) band(context, scene, loop, palette.accentSurface)
  if (compared) band(context, scene, compared, palette.timeSurface)
  context.strokeStyle = palette.grid
  context.lineWidth = 1
  for (const { at } of ticks) verticalLine(context, toPixel(view, at), rulerHeight, height)
  if (end < view.width) {
    context.globalAlpha = 0.6
    context.fillStyle = palette.sunken
    context.fillRect(end + 8, rulerHeight, view.width - end, height)
    context.globalAlpha = 1
  }
}

function band(
  context: Painting,
  { view, rulerHeight, height }: Scene,
  { from, to }: { readonly from: number; readonly to: number },
  colour: string,
): void {
  const x = toPixel(view, from)
  context.fillStyle = colour
  context.fillRect(x, rulerHeight, Math.max(1, toPixel(view, to) - x), height)
}

function paintRow(context: Painting, scene: Scene, row: Row, y: number): void {
  const { view, palette } = scene
  context.strokeStyle = palette.line
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(0, crisp(y + row.height - 1))
  context.lineTo(view.width, crisp(y + row.height - 1))
  context.stroke()
  if (row.kind === 'section') {
    context.globalAlpha = 0.7
    context.fillStyle = palette.sunken
    context.fillRect(0, y, view.width, row.height - 1)
    context.globalAlpha = 1
    return
  }
  if (row.kind === 'track') {
    paintTrack(context, scene, row, y)
    if (row.effect !== undefined) paintEffect(context, scene, row.effect, palette.colour(row.colour), y + row.strip - 2)
  }
  if (row.kind === 'effect') {
    const tall = row.lanes * LANE_PX
    paintEffect(context, scene, row.effect, palette.colour(row.colour), y + (row.height - tall) / 2 + 2)
  }
}

function paintTrack(context: Painting, scene: Scene, row: TrackRow, y: number): void {
  const { view, palette, marks, markSpacing, density, fullRate } = scene
  const colour = palette.colour(row.colour)
  if (marks) {
    const mine = marks.get(row.track)
    if (mine)
      paintMarks(context, view, mine, {
        middle: y + row.strip / 2,
        height: barHeight(row),
        spacing: markSpacing,
        colour,
        palette,
      })
    return
  }
  const pieces = density.get(row.track)
  if (!pieces) return
  const whole = { base: y + row.strip - TRACK_PAD + 1, height: row.strip - 2 * TRACK_PAD + 1 }
  context.fillStyle = colour
  paintDensity(context, view, pieces, fullRate, whole)
  context.fillStyle = palette.negative
  context.strokeStyle = palette.surface
  paintFailed(context, view, pieces, whole.base)
}

function paintEffect(context: Painting, scene: Scene, effect: string, colour: string, top: number): void {
  const runs = scene.runs.get(effect)
  if (runs) paintRuns(context, scene.view, runs, { top, colour, palette: scene.palette, now: scene.head })
}

/** What the app has not got to: the records newer than the playhead. */
function paintNewer(context: Painting, { view, height, rulerHeight, palette, newerFrom, parked }: Scene): void {
  const x = toPixel(view, newerFrom)
  if (!parked || x >= view.width) return
  context.globalAlpha = 0.62
  context.fillStyle = palette.surface
  context.fillRect(Math.max(0, x), rulerHeight, view.width, height - rulerHeight)
  context.globalAlpha = 1
}

/** Errors and bookmarks down the tracks, and the record that is chosen. */
function paintMarked(context: Painting, scene: Scene, top: number): void {
  const { view, rulerHeight, height, palette, errors, bookmarks, chosen, loop } = scene
  const line = (at: number, colour: string, alpha: number) => {
    context.strokeStyle = colour
    context.globalAlpha = alpha
    context.lineWidth = 1
    verticalLine(context, toPixel(view, at), rulerHeight, height)
    context.globalAlpha = 1
  }
  for (const { at } of errors) line(at, palette.negative, 0.35)
  for (const { at } of bookmarks) line(at, palette.info, 0.35)
  if (loop) for (const at of [loop.from, loop.to]) line(at, palette.accent, 0.6)
  if (chosen === undefined) return
  const mark = markAt(scene, chosen)
  if (mark) ring(context, scene, mark, top, chosen, palette.accentText)
  else {
    context.setLineDash([3, 3])
    line(chosen, palette.accentText, 0.9)
    context.setLineDash([])
  }
}

function paintPointer(context: Painting, scene: Scene, top: number): void {
  const { hovered, palette, rulerHeight, height } = scene
  if (!hovered) return
  context.strokeStyle = palette.control
  context.globalAlpha = 0.55
  context.lineWidth = 1
  verticalLine(context, hovered.x, rulerHeight, height)
  context.globalAlpha = 1
  if (hovered.mark === undefined || hovered.mark === scene.chosen) return
  const mark = markAt(scene, hovered.mark)
  if (mark) ring(context, scene, mark, top, hovered.mark, palette.control)
}

const barHeight = (row: TrackRow) => Math.min(20, row.strip - 2 * TRACK_PAD - 2)

function ring(context: Painting, scene: Scene, row: TrackRow, top: number, at: number, colour: string): void {
  const place = { middle: top + row.y + row.strip / 2, height: barHeight(row), spacing: scene.markSpacing }
  paintRing(context, toPixel(scene.view, at), place, colour)
}

/** The row of the mark at a place. */
function markAt(scene: Scene, at: number): TrackRow | undefined {
  if (!scene.marks) return undefined
  for (const row of scene.rows) {
    if (row.kind !== 'track') continue
    if (scene.marks.get(row.track)?.some((mark) => mark.at === at)) return row
  }
  return undefined
}
