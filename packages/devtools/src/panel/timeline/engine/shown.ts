import type { RecordMark } from '../../../protocol/calls.ts'
import type { Hit } from '../layout/hitTest.ts'
import type { Row } from '../layout/layoutRows.ts'
import type { Extent } from '../view/Viewport.ts'

// What the engine tells React, each in a cell of its own: what moves with the pointer renders one small component.

export interface RowsShown {
  readonly rows: readonly Row[]
  readonly rulerHeight: number
  /** Records in the log by track; none until the app has told. */
  readonly counts: { readonly [track: string]: number }
}

export interface PlayheadShown {
  readonly place: number
  readonly record: Pick<RecordMark, 'type' | 'time'> | undefined
  readonly isParked: boolean
  readonly isHeld: boolean
}

export interface Hovered {
  readonly x: number
  readonly y: number
  readonly hit: Hit
  /** The record under the pointer, as far as is known. */
  readonly offset: number | undefined
  readonly record: RecordMark | undefined
}

export interface TimelineStatus {
  readonly isWaiting: boolean
  readonly refused: string | undefined
  /** The playhead is out of sight, to this side. */
  readonly away: 'before' | 'after' | undefined
  readonly showsAll: boolean
}

export interface VisibleRecords {
  readonly view: Extent
  /** Single records, where they are few enough to be seen. */
  readonly records: readonly RecordMark[] | undefined
  readonly tracks: readonly {
    readonly track: string
    readonly label: string
    readonly records: number
    readonly failed: number
  }[]
}
