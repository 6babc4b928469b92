import { formatCount, formatMoment } from '../../../calendar/index.ts'
import type { AxisModel, Playback } from './AxisModel.ts'
import { offsetTicks } from './offsetTicks.ts'

export interface RecordedAxisOptions {
  /** The record just after which the ledger is shown; undefined while live. */
  readonly offset: number | undefined
  /** Newest record; −1 in an empty log. */
  readonly head: number
  /** When the shown record was recorded. */
  readonly time: number | undefined
  readonly activity: readonly number[]
  readonly viewRecord: (offset: number | undefined) => void
  readonly playback: Playback
}

/** How many records a step goes with Shift. */
export const farRecords = 100

/** The axis of records, by their place in the log. Its end is live: everything that was recorded. */
export function recordedAxis({ offset, head, time, activity, viewRecord, playback }: RecordedAxisOptions): AxisModel {
  const shown = offset ?? head
  const moveTo = (to: number) => viewRecord(to >= head ? undefined : Math.max(-1, to))
  return {
    axis: 'recorded',
    label: 'As recorded up to',
    title: time === undefined ? 'Before the first record' : formatMoment(time),
    caption:
      offset === undefined
        ? `Live · record ${formatCount(head)}`
        : shown < 0
          ? 'As recorded'
          : `As recorded · ${formatCount(shown)} of ${formatCount(head)}`,
    value: shown,
    min: -1,
    max: head,
    isPast: offset !== undefined,
    // The time of another record than the one shown is not known until the playhead stands on it.
    valueText: (value) =>
      value === shown && time !== undefined
        ? `Record ${formatCount(value)} of ${formatCount(head)}, ${formatMoment(time)}`
        : value < 0
          ? 'Before the first record'
          : `Record ${formatCount(value)} of ${formatCount(head)}`,
    ticks: (widthPx) => offsetTicks(head, widthPx),
    activity,
    stepNames: { back: 'Back one record', forward: 'Forward one record', far: `Shift: ${farRecords} records` },
    moveTo,
    step: (direction, isFar) => moveTo(shown + direction * (isFar ? farRecords : 1)),
    toNow: () => viewRecord(undefined),
    playback,
    nowName: 'live',
  }
}
