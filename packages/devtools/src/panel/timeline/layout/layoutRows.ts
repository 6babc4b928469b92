import type { TrackBy } from '../../../protocol/calls.ts'
import type { TrackColour } from '../../colour/trackColour.ts'

/** A line of the timeline, with its place from the top of the first one, in pixels. */
export type Row = {
  readonly y: number
  readonly height: number
  readonly label: string
} & (
  | { readonly kind: 'section' }
  /** Records of a track; in tracks by effect, its runs too. */
  | {
      readonly kind: 'track'
      readonly track: string
      readonly colour: TrackColour
      readonly effect: string | undefined
      readonly lanes: number
      /** How high its records are drawn; its runs come below. */
      readonly strip: number
    }
  /** Runs of an effect. */
  | { readonly kind: 'effect'; readonly effect: string; readonly colour: TrackColour; readonly lanes: number }
  /** A store of the family: the original, or a branch of it. */
  | { readonly kind: 'branch'; readonly store: string; readonly depth: number; readonly colour: TrackColour }
)

export interface RowsGiven {
  readonly tracks: readonly string[]
  readonly by: TrackBy
  readonly effects: readonly string[]
  /** How many runs of an effect are on side by side, at most. */
  readonly lanesOf: (effect: string) => number
  /** The family of the store: the original first. Alone, it gets no lanes. */
  readonly family: readonly { readonly id: string; readonly name: string; readonly depth: number }[]
  readonly colourOf: (name: string) => TrackColour
  readonly branchColourOf: (store: string) => TrackColour
  /** Height there is for rows; with more than they need, tracks grow. */
  readonly room: number
}

const TRACK_PX_MIN = 24
const TRACK_PX_MAX = 40
export const LANE_PX = 13
export const LANES_MAX = 4
const SECTION_PX = 22
const BRANCH_PX = 24

/** The tracks, then effects with their runs (unless they are the tracks), then branches. */
export function layoutRows(given: RowsGiven): readonly Row[] {
  const tight = rowsWith(given, TRACK_PX_MIN)
  const spare = Math.floor((given.room - heightOf(tight)) / Math.max(1, given.tracks.length))
  return spare <= 0 ? tight : rowsWith(given, Math.min(TRACK_PX_MIN + spare, TRACK_PX_MAX))
}

function rowsWith(given: RowsGiven, strip: number): readonly Row[] {
  const { tracks, by, effects, lanesOf, family, colourOf, branchColourOf } = given
  const rows: Row[] = []
  let y = 0
  const add = (height: number, row: (place: { readonly y: number; readonly height: number }) => Row) => {
    rows.push(row({ y, height }))
    y += height
  }

  for (const track of tracks) {
    const effect = by === 'effect' && track !== '' ? track : undefined
    const lanes = effect === undefined ? 0 : lanesOf(effect)
    add(strip + lanes * LANE_PX, (place) => ({
      ...place,
      kind: 'track',
      track,
      effect,
      lanes,
      strip,
      label: labelOf(track, by),
      colour: colourOf(track),
    }))
  }
  if (by !== 'effect' && effects.length > 0) {
    add(SECTION_PX, (place) => ({ ...place, kind: 'section', label: 'Effects' }))
    for (const effect of effects) {
      const lanes = lanesOf(effect)
      add(Math.max(TRACK_PX_MIN, lanes * LANE_PX + 10), (place) => ({
        ...place,
        kind: 'effect',
        effect,
        lanes,
        label: effect,
        colour: colourOf(effect),
      }))
    }
  }
  if (family.length > 1) {
    add(SECTION_PX, (place) => ({ ...place, kind: 'section', label: 'Branches' }))
    for (const { id, name, depth } of family)
      add(BRANCH_PX, (place) => ({
        ...place,
        kind: 'branch',
        store: id,
        depth,
        label: name,
        colour: branchColourOf(id),
      }))
  }
  return rows
}

export const heightOf = (rows: readonly Row[]): number => {
  const last = rows.at(-1)
  return last ? last.y + last.height : 0
}

/** The row at a height, if any. */
export const rowAt = (rows: readonly Row[], y: number): Row | undefined =>
  rows.find((row) => y >= row.y && y < row.y + row.height)

function labelOf(track: string, by: TrackBy): string {
  if (track !== '') return track
  return { slice: 'no slice', effect: 'outside', origin: 'unknown' }[by]
}
