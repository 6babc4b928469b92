import type { Meter } from './Meter.ts'
import type { Turns } from './Turns.ts'

/** How long work is cut, so that the page goes on meanwhile. */
export interface Slicing {
  readonly meter: Meter
  readonly turns: Turns
  /** Milliseconds after which the page gets its turn. */
  readonly sliceMs: number
}
