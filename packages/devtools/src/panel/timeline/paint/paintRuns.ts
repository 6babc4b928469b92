import type { RunView } from '../../../protocol/overview.ts'
import { LANE_PX } from '../layout/layoutRows.ts'
import type { PackedRun } from '../layout/packRuns.ts'
import type { Viewport } from '../view/Viewport.ts'
import { toPixel } from '../view/Viewport.ts'
import type { Palette } from './Palette.ts'
import type { Painting } from './pixels.ts'

type Drawn = PackedRun<Pick<RunView, 'outcome'>>

interface Place {
  readonly top: number
  readonly colour: string
  readonly palette: Palette
  /** Where a run that is still on has come to. */
  readonly now: number
}

const BAR_PX = 9
/** Below this there is only room for a colour. */
const DETAIL_PX = 9

/**
 * Runs of an effect, from start to end. The outcome is told by the bar's fill and by its end:
 *
 * ```
 *   done        ████████▏     filled
 *   running     ████▓▓▒▒░     fades out at its open end
 *   cancelled   ┌──────┐×     hollow, a cross
 *   superseded  ▨▨▨▨▨▨▨▨»     hatched, chevrons: a newer one went on
 *   failed      ████████▲     in the colour of errors, a triangle
 * ```
 */
export function paintRuns(context: Painting, view: Viewport, runs: readonly Drawn[], place: Place): void {
  for (const packed of runs) {
    const from = toPixel(view, packed.from)
    const to = Math.max(toPixel(view, packed.to ?? place.now), from + 3)
    if (to < -12 || from > view.width + 12) continue
    const y = place.top + packed.lane * LANE_PX
    const x = Math.max(from, -20)
    const width = Math.min(to, view.width + 20) - x
    paintRun(context, packed, { x, y, width }, place)
  }
}

function paintRun(
  context: Painting,
  { run: { outcome } }: Drawn,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  { colour, palette }: Place,
): void {
  const end = x + width
  const middle = y + BAR_PX / 2
  const roomy = width >= DETAIL_PX
  context.lineWidth = 1.25

  if (outcome === 'cancelled') {
    context.strokeStyle = colour
    bar(context, x + 0.625, y + 0.625, width - 1.25, BAR_PX - 1.25)
    context.globalAlpha = 0.12
    context.fillStyle = colour
    context.fill()
    context.globalAlpha = 1
    context.stroke()
    if (roomy) cross(context, end - 5, middle)
    return
  }
  if (outcome === 'superseded') {
    bar(context, x + 0.625, y + 0.625, width - 1.25, BAR_PX - 1.25)
    context.save()
    context.clip()
    context.globalAlpha = 0.18
    context.fillStyle = colour
    context.fillRect(x, y, width, BAR_PX)
    context.globalAlpha = 0.85
    context.strokeStyle = colour
    context.beginPath()
    for (let at = x - BAR_PX; at < end; at += 5) {
      context.moveTo(at, y + BAR_PX)
      context.lineTo(at + BAR_PX, y)
    }
    context.stroke()
    context.restore()
    if (roomy) chevrons(context, end, middle, colour, palette.surface)
    return
  }
  if (outcome === 'running') {
    const fade = context.createLinearGradient(x, 0, end, 0)
    fade.addColorStop(0, colour)
    fade.addColorStop(1, 'transparent')
    context.fillStyle = fade
    bar(context, x, y, width, BAR_PX)
    context.fill()
    context.fillStyle = colour
    context.fillRect(x, y, 2, BAR_PX)
    context.setLineDash([2, 2])
    context.strokeStyle = colour
    context.beginPath()
    context.moveTo(x, middle)
    context.lineTo(end, middle)
    context.stroke()
    context.setLineDash([])
    return
  }
  const failed = outcome === 'failed'
  context.fillStyle = failed ? palette.negative : colour
  bar(context, x, y, width, BAR_PX)
  context.fill()
  if (failed && roomy) {
    context.fillStyle = palette.surface
    context.beginPath()
    context.moveTo(end - 5.5, y + 1.75)
    context.lineTo(end - 2.5, y + BAR_PX - 2)
    context.lineTo(end - 8.5, y + BAR_PX - 2)
    context.closePath()
    context.fill()
  }
}

function bar(context: Painting, x: number, y: number, width: number, height: number): void {
  context.beginPath()
  context.roundRect(x, y, Math.max(width, 1), height, Math.min(2.5, width / 2))
}

function cross(context: Painting, x: number, y: number): void {
  context.beginPath()
  context.moveTo(x - 2, y - 2)
  context.lineTo(x + 2, y + 2)
  context.moveTo(x + 2, y - 2)
  context.lineTo(x - 2, y + 2)
  context.stroke()
}

function chevrons(context: Painting, end: number, y: number, colour: string, ground: string): void {
  context.fillStyle = ground
  context.fillRect(end - 10, y - 4, 9, 8)
  context.strokeStyle = colour
  context.beginPath()
  for (const x of [end - 8.5, end - 4.5]) {
    context.moveTo(x, y - 3)
    context.lineTo(x + 3, y)
    context.lineTo(x, y + 3)
  }
  context.stroke()
}
