import { toPixel } from '../view/Viewport.ts'
import { triangle } from './paintMarks.ts'
import type { Painting } from './pixels.ts'
import { crisp, verticalLine } from './pixels.ts'
import type { Scene } from './Scene.ts'

/** Labels and ticks; flags stand below. */
const TICKS_PX = 32

/** Ticks with their labels, the loop, bookmarks and errors. The playhead's handle is an element above it. */
export function paintRuler(context: Painting, scene: Scene): void {
  const { view, rulerHeight, palette } = scene
  context.fillStyle = palette.surface
  context.fillRect(0, 0, view.width, rulerHeight)
  paintLoop(context, scene)
  paintTicks(context, scene)
  context.strokeStyle = palette.border
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(0, crisp(rulerHeight - 1))
  context.lineTo(view.width, crisp(rulerHeight - 1))
  context.stroke()
  for (const { at } of scene.bookmarks) flag(context, toPixel(view, at), rulerHeight, palette.info)
  for (const { at } of scene.errors) {
    context.beginPath()
    triangle(context, toPixel(view, at), rulerHeight - 7, 5)
    context.fillStyle = palette.negative
    context.strokeStyle = palette.surface
    context.lineWidth = 2
    context.stroke()
    context.fill()
  }
}

function paintTicks(context: Painting, { view, rulerHeight, palette, ticks }: Scene): void {
  context.textBaseline = 'alphabetic'
  context.textAlign = 'left'
  context.lineWidth = 1
  let free = Number.NEGATIVE_INFINITY
  for (const { at, label, below, strong } of ticks) {
    const x = toPixel(view, at)
    context.strokeStyle = strong ? palette.control : palette.border
    verticalLine(context, x, TICKS_PX - 6, rulerHeight)
    if (x < free) continue
    const font = `${strong ? 600 : 500} 11px ${palette.font}`
    const fontBelow = `420 10px ${palette.font}`
    const wide = Math.max(widthOf(context, font, label), below === undefined ? 0 : widthOf(context, fontBelow, below))
    // Half a number would be another one.
    if (x + 4 + wide > view.width) continue
    context.font = font
    context.fillStyle = palette.muted
    context.fillText(label, x + 4, below === undefined ? TICKS_PX / 2 + 4 : 13)
    if (below !== undefined) {
      context.font = fontBelow
      context.fillStyle = palette.subtle
      context.fillText(below, x + 4, 25)
    }
    free = x + wide + 10
  }
}

function widthOf(context: Painting, font: string, text: string): number {
  context.font = font
  return context.measureText(text).width
}

function paintLoop(context: Painting, { view, rulerHeight, palette, loop }: Scene): void {
  if (!loop) return
  const from = toPixel(view, loop.from)
  const to = toPixel(view, loop.to)
  context.fillStyle = palette.accentSurface
  context.fillRect(from, 0, to - from, rulerHeight)
  context.fillStyle = palette.accent
  context.fillRect(from, 0, to - from, 3)
  for (const [x, towards] of [
    [from, 1],
    [to, -1],
  ] as const) {
    context.beginPath()
    context.moveTo(x, 0)
    context.lineTo(x + towards * 9, 0)
    context.lineTo(x, 9)
    context.closePath()
    context.fill()
    context.fillRect(x - 0.75, 0, 1.5, rulerHeight)
  }
}

/** A ribbon with a notch, hanging from the ruler's edge. */
function flag(context: Painting, x: number, rulerHeight: number, colour: string): void {
  const top = rulerHeight - 13
  context.beginPath()
  context.moveTo(x - 4, top)
  context.lineTo(x + 4, top)
  context.lineTo(x + 4, top + 11)
  context.lineTo(x, top + 8)
  context.lineTo(x - 4, top + 11)
  context.closePath()
  context.fillStyle = colour
  context.fill()
}
