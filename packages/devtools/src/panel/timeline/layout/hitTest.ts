import type { TrackDensity } from '../../../protocol/calls.ts'
import type { RunView } from '../../../protocol/overview.ts'
import type { Mark } from '../engine/TimelineData.ts'
import type { DensityPiece, Scene } from '../paint/Scene.ts'
import { toPixel, toPlace } from '../view/Viewport.ts'
import type { Row } from './layoutRows.ts'
import { LANE_PX, rowAt } from './layoutRows.ts'

/** What is under a point of the timeline. */
export type Hit =
  | { readonly kind: 'ruler' }
  | { readonly kind: 'loop'; readonly edge: 'from' | 'to' }
  | { readonly kind: 'bookmark' | 'error'; readonly at: number; readonly text: string }
  | { readonly kind: 'mark'; readonly mark: Mark; readonly row: Row }
  | { readonly kind: 'run'; readonly run: RunView; readonly row: Row }
  | { readonly kind: 'branch'; readonly store: string; readonly row: Row }
  | {
      readonly kind: 'bucket'
      readonly row: Row
      readonly from: number
      readonly to: number
      readonly count: number
      readonly failed: number
    }
  | { readonly kind: 'nothing'; readonly row: Row | undefined }

/** What is drawn smaller than this can be pointed at all the same. */
const REACH_PX = 7

/** Finds what is drawn at a point of the canvas; of several, the one that is nearest. */
export function hitTest(scene: Scene, x: number, y: number): Hit {
  if (y < scene.rulerHeight) return hitRuler(scene, x, y)
  const under = y - scene.rulerHeight + scene.scrolled
  const row = rowAt(scene.rows, under)
  if (!row || row.kind === 'section') return { kind: 'nothing', row }
  const down = under - row.y
  if (row.kind === 'branch') return { kind: 'branch', store: row.store, row }
  if (row.kind === 'effect') {
    const top = (row.height - row.lanes * LANE_PX) / 2
    return hitRun(scene, row, row.effect, x, down - top) ?? { kind: 'nothing', row }
  }
  if (row.effect !== undefined && down >= row.strip - 2)
    return hitRun(scene, row, row.effect, x, down - row.strip + 2) ?? { kind: 'nothing', row }
  return hitMark(scene, row, row.track, x) ?? hitBucket(scene, row, row.track, x) ?? { kind: 'nothing', row }
}

function hitRuler({ view, loop, bookmarks, errors, rulerHeight }: Scene, x: number, y: number): Hit {
  const near = (at: number) => Math.abs(toPixel(view, at) - x) <= REACH_PX
  if (y > rulerHeight - 15) {
    const error = errors.findLast(({ at }) => near(at))
    if (error) return { kind: 'error', ...error }
    const bookmark = bookmarks.findLast(({ at }) => near(at))
    if (bookmark) return { kind: 'bookmark', ...bookmark }
  }
  if (loop && near(loop.to)) return { kind: 'loop', edge: 'to' }
  if (loop && near(loop.from)) return { kind: 'loop', edge: 'from' }
  return { kind: 'ruler' }
}

function hitMark({ view, marks, markSpacing }: Scene, row: Row, track: string, x: number): Hit | undefined {
  const reach = Math.max(REACH_PX, Math.min(markSpacing / 2, 20))
  let nearest: { readonly mark: Mark; readonly away: number } | undefined
  for (const mark of marks?.get(track) ?? []) {
    const away = Math.abs(toPixel(view, mark.at) - x)
    if (away <= reach && (!nearest || away < nearest.away)) nearest = { mark, away }
  }
  return nearest && { kind: 'mark', mark: nearest.mark, row }
}

function hitRun({ view, runs, head }: Scene, row: Row, effect: string, x: number, down: number): Hit | undefined {
  const lane = Math.floor(down / LANE_PX)
  let nearest: { readonly run: RunView; readonly away: number } | undefined
  for (const packed of runs.get(effect) ?? []) {
    if (packed.lane !== lane) continue
    const from = toPixel(view, packed.from)
    const to = Math.max(toPixel(view, packed.to ?? head), from + 3)
    const away = Math.max(0, from - x, x - to)
    if (away <= REACH_PX && (!nearest || away <= nearest.away)) nearest = { run: packed.run, away }
  }
  return nearest && { kind: 'run', run: nearest.run, row }
}

function hitBucket({ view, density }: Scene, row: Row, track: string, x: number): Hit | undefined {
  const at = toPlace(view, x)
  const piece = density.get(track)?.find(({ within }) => at >= within.from && at < within.to)
  if (!piece) return undefined
  const { from, to, count, failed } = bucketAt(piece, at)
  return count === 0 ? undefined : { kind: 'bucket', row, from, to, count, failed }
}

function bucketAt(piece: DensityPiece, at: number) {
  const each = Math.floor((at - piece.at) / piece.bucket)
  const from = piece.at + each * piece.bucket
  const of = (counts: TrackDensity['counts']) => counts[each] ?? 0
  return { from, to: from + piece.bucket, count: of(piece.counts), failed: of(piece.failed) }
}
