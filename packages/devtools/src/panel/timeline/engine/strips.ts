import type { TrackBy } from '../../../protocol/calls.ts'
import type { Row } from '../layout/layoutRows.ts'
import type { MinimapScene } from '../paint/paintMinimap.ts'
import type { DensityPiece } from '../paint/Scene.ts'
import type { Extent } from '../view/Viewport.ts'
import type { TimelineGiven } from './TimelineGiven.ts'

/** Counts along the axis, by track. */
export type Strips = ReadonlyMap<string, readonly DensityPiece[]>

/** Those tracks that are known from the start, then those that were seen. */
export function tracksOf(
  { by, store }: { readonly by: TrackBy; readonly store: TimelineGiven['store'] },
  strips: Strips,
): readonly string[] {
  const known = { slice: store.slices, effect: ['', ...store.effects], origin: [] }[by]
  return [...new Set([...known, ...strips.keys()])]
}

/** Records in the buckets that begin within a view; everywhere without one. */
export function countOf(pieces: readonly DensityPiece[], of: 'counts' | 'failed' = 'counts', view?: Extent): number {
  let sum = 0
  for (const { at, bucket, within, [of]: counts } of pieces) {
    const from = Math.max(view?.from ?? Number.NEGATIVE_INFINITY, within.from)
    const to = Math.min(view?.to ?? Number.POSITIVE_INFINITY, within.to)
    for (const [each, count] of counts.entries()) {
      const place = at + each * bucket
      if (place >= from && place < to) sum += count
    }
  }
  return sum
}

/** The tracks of the minimap, in the order and the colours of the rows. */
export function stackOf(strips: Strips, rows: readonly Row[]): MinimapScene['stack'] {
  return rows.flatMap((row) => {
    if (row.kind !== 'track') return []
    const pieces = strips.get(row.track)
    return pieces ? [{ colour: row.colour, pieces }] : []
  })
}
