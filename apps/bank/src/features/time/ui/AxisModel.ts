import type { AxisTick } from '../../../calendar/index.ts'
import type { PlaySpeed } from '../playSpeeds.ts'
import type { TimeAxis } from '../TimePlace.ts'

/** Going through the axis by itself. */
export interface Playback {
  readonly isPlaying: boolean
  readonly speed: PlaySpeed
  readonly toggle: () => void
  readonly changeSpeed: (speed: PlaySpeed) => void
}

/** One axis as the time bar draws and moves it, whatever it counts in. */
export interface AxisModel {
  readonly axis: TimeAxis
  /** What the slider is called: "Booked up to". */
  readonly label: string
  /** The place in a few words, in the bar: "Fri, 14 Mar 2025". */
  readonly title: string
  /** What stands above it: "Booked up to", "Record 3,412 of 5,020". */
  readonly caption: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly isPast: boolean
  /** A place in words, for screen readers. */
  readonly valueText: (value: number) => string
  readonly ticks: (widthPx: number) => readonly AxisTick[]
  /** What was going on along the axis: equal intervals from min to max, each from 0 to 1. */
  readonly activity: readonly number[]
  /** What the step buttons do, and how far they go with Shift: "Back one day", "Shift: one month". */
  readonly stepNames: { readonly back: string; readonly forward: string; readonly far: string }
  readonly moveTo: (value: number) => void
  readonly step: (direction: -1 | 1, isFar: boolean) => void
  readonly toNow: () => void
  /** Absent on an axis that cannot be played. */
  readonly playback?: Playback
  /** What now is called on this axis: "today", "live". */
  readonly nowName: string
}
