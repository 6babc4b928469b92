import type { RecordMark } from '../../../protocol/calls.ts'
import type { Viewport } from '../view/Viewport.ts'
import { toPixel } from '../view/Viewport.ts'
import type { Palette } from './Palette.ts'
import type { Painting } from './pixels.ts'

type Mark = RecordMark & { readonly at: number }

interface Place {
  readonly middle: number
  /** Of the bars, at most. */
  readonly height: number
  readonly spacing: number
  readonly colour: string
  readonly palette: Palette
}

/**
 * Single records: bars while they stand close, keyframes as in a video editor where there is room. A record that failed
 * is a triangle, told apart by its shape and not by its colour alone.
 */
export function paintMarks(context: Painting, view: Viewport, marks: readonly Mark[], place: Place): void {
  const { middle, height, spacing, colour, palette } = place
  const keyframes = spacing >= KEYFRAME_PX
  const wide = barWidth(spacing)
  const seen = marks.filter(({ at }) => {
    const x = toPixel(view, at)
    return x > -10 && x < view.width + 10
  })

  context.fillStyle = colour
  context.beginPath()
  for (const { at, failed } of seen) {
    if (failed) continue
    const x = toPixel(view, at)
    if (keyframes) diamond(context, x, middle, 5)
    else context.fillRect(x - wide / 2, middle - height / 2, wide, height)
  }
  context.fill()

  context.beginPath()
  for (const { at, failed } of seen) if (failed) triangle(context, toPixel(view, at), middle, keyframes ? 6 : 5)
  context.fillStyle = palette.negative
  context.strokeStyle = palette.surface
  context.lineWidth = 2
  context.stroke()
  context.fill()
}

/** Around the mark that was chosen, or that the pointer is on. */
export function paintRing(
  context: Painting,
  x: number,
  place: Omit<Place, 'colour' | 'palette'>,
  colour: string,
): void {
  const { middle, height, spacing } = place
  context.beginPath()
  if (spacing >= KEYFRAME_PX) context.arc(x, middle, 9, 0, 2 * Math.PI)
  else {
    const wide = barWidth(spacing) + 7
    context.roundRect(x - wide / 2, middle - height / 2 - 3.5, wide, height + 7, 3.5)
  }
  context.strokeStyle = colour
  context.lineWidth = 1.75
  context.stroke()
}

/** From this distance on there is room for keyframes. */
const KEYFRAME_PX = 12

const barWidth = (spacing: number) => Math.min(6, Math.max(1.5, spacing * 0.55))

export function diamond(context: Painting, x: number, y: number, radius: number): void {
  context.moveTo(x, y - radius)
  context.lineTo(x + radius, y)
  context.lineTo(x, y + radius)
  context.lineTo(x - radius, y)
  context.closePath()
}

export function triangle(context: Painting, x: number, y: number, radius: number): void {
  context.moveTo(x, y - radius)
  context.lineTo(x + radius, y + radius * 0.8)
  context.lineTo(x - radius, y + radius * 0.8)
  context.closePath()
}
