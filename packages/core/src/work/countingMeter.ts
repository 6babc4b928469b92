import type { Meter } from './Meter.ts'

/** Counts records instead of time: the same placement of checkpoints and the same slices in every run. */
export const countingMeter = (msPerRecord: number): Meter => ({
  start: () => (records) => records * msPerRecord,
})
