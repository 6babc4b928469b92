import type { Row } from '../layout/layoutRows.ts'
import { toPixel } from '../view/Viewport.ts'
import { diamond } from './paintMarks.ts'
import type { Painting } from './pixels.ts'
import type { BranchLane, Scene } from './Scene.ts'

type BranchRow = Extract<Row, { kind: 'branch' }>

/** Lanes of the original and its branches; each leaves the line of its original at the place where it branched. */
export function paintBranches(context: Painting, scene: Scene, top: number): void {
  const rows = new Map(
    scene.rows.filter((row): row is BranchRow => row.kind === 'branch').map((row) => [row.store, row]),
  )
  for (const row of rows.values()) {
    const lane = scene.branches.get(row.store)
    if (lane) paintLane(context, scene, { row, lane, parent: rows.get(lane.parent ?? ''), top })
  }
}

function paintLane(
  context: Painting,
  { view, palette }: Scene,
  {
    row,
    lane,
    parent,
    top,
  }: {
    readonly row: BranchRow
    readonly lane: BranchLane
    readonly parent: BranchRow | undefined
    readonly top: number
  },
): void {
  const colour = palette.colour(row.colour)
  const y = top + row.y + row.height / 2
  const from = toPixel(view, lane.from)
  const to = Math.max(toPixel(view, lane.to), from + (parent ? 16 : 0))
  const bend = 9
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = colour
  context.lineWidth = lane.looked ? 4 : 2.5
  context.beginPath()
  if (parent) {
    const leaves = top + parent.y + parent.height / 2
    context.moveTo(from, leaves)
    context.lineTo(from, y - bend)
    context.quadraticCurveTo(from, y, from + bend, y)
  } else context.moveTo(Math.max(from, -8), y)
  context.lineTo(Math.min(to, view.width + 8), y)
  context.stroke()
  context.lineCap = 'butt'

  if (parent) {
    context.beginPath()
    context.arc(from, top + parent.y + parent.height / 2, 3.5, 0, 2 * Math.PI)
    context.fillStyle = palette.surface
    context.fill()
    context.lineWidth = 2
    context.stroke()
  }
  dot(context, to, y, colour, palette.surface)
  const at = toPixel(view, lane.playhead)
  context.beginPath()
  diamond(context, at, y, 5)
  context.fillStyle = lane.shown ? palette.accent : palette.surface
  context.strokeStyle = lane.shown ? palette.surface : colour
  context.lineWidth = 1.5
  context.fill()
  context.stroke()
}

function dot(context: Painting, x: number, y: number, colour: string, ground: string): void {
  context.beginPath()
  context.arc(x, y, 4, 0, 2 * Math.PI)
  context.fillStyle = colour
  context.strokeStyle = ground
  context.lineWidth = 1.5
  context.fill()
  context.stroke()
}
