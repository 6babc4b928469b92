import type { Mark } from '../engine/TimelineData.ts'
import type { Row } from '../layout/layoutRows.ts'
import type { PackedRun } from '../layout/packRuns.ts'
import type { Tick } from '../view/ticks.ts'
import type { Extent, Viewport } from '../view/Viewport.ts'
import type { Palette } from './Palette.ts'

/** Counts of neighbouring buckets of one track, from `at` on, each `bucket` wide on the axis. */
export interface DensityPiece {
  readonly at: number
  readonly bucket: number
  readonly counts: readonly number[]
  readonly failed: readonly number[]
  /** Drawn within this stretch only. */
  readonly within: Extent
}

/** Everything that one frame of the timeline shows. Places are on the axis, other lengths in CSS pixels. */
export interface Scene {
  readonly view: Viewport
  readonly height: number
  readonly rulerHeight: number
  /** How far the rows are scrolled up. */
  readonly scrolled: number
  readonly rows: readonly Row[]
  readonly palette: Palette
  readonly ticks: readonly (Tick & { readonly below?: string })[]
  /** By track. */
  readonly density: ReadonlyMap<string, readonly DensityPiece[]>
  /** Records in a bucket of width 1 that fill a track's height. */
  readonly fullRate: number
  /** By track; where they have come, density is not drawn. */
  readonly marks: ReadonlyMap<string, readonly Mark[]> | undefined
  /** Least distance of two marks, as wide as one may be drawn. */
  readonly markSpacing: number
  /** By effect. */
  readonly runs: ReadonlyMap<string, readonly PackedRun[]>
  readonly branches: ReadonlyMap<string, BranchLane>
  readonly playhead: number
  /** Behind the record that the playhead stands on. */
  readonly newerFrom: number
  readonly parked: boolean
  /** End of the log: where the axis has nothing more. */
  readonly head: number
  readonly loop: Extent | undefined
  readonly bookmarks: readonly Flag[]
  readonly errors: readonly Flag[]
  readonly chosen: number | undefined
  readonly compared: Extent | undefined
  readonly hovered: { readonly x: number; readonly mark: number | undefined } | undefined
}

/** What stands in the ruler at a place, with what it says. */
export interface Flag {
  readonly at: number
  readonly text: string
}

export interface BranchLane {
  /** Where it leaves its original; the start of the log for the original itself. */
  readonly from: number
  readonly to: number
  readonly playhead: number
  /** The row that it leaves from, by its store. */
  readonly parent: string | undefined
  /** The one whose tracks are above. */
  readonly looked: boolean
  /** The one that the app shows. */
  readonly shown: boolean
}
