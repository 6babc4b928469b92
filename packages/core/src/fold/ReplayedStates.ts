import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { BytesBeyond } from './Checkpoints.ts'

/**
 * The states inside a segment that was replayed, from the one it started at: so that a step
 * back in it folds nothing.
 *
 * Where they take more memory than they may, every second one is dropped, then every fourth:
 * a step then folds the few records from the one before. States of tables share nearly all they
 * have; a plain object of ten thousand keys is copied whole by each reducer that changes it.
 */
export class ReplayedStates {
  /** Offset of the first state. */
  readonly from: number
  readonly #bytesMax: number
  readonly #bytesBeyond: BytesBeyond
  #states: StateBySlice[]
  #stride = 1
  #added = 1
  #newest: StateBySlice
  #sampled = 0
  #sampledBytes = 0

  constructor(from: number, state: StateBySlice, { bytesMax, bytesBeyond }: ReplayedStatesOptions) {
    this.from = from
    this.#bytesMax = bytesMax
    this.#bytesBeyond = bytesBeyond
    this.#states = [state]
    this.#newest = state
  }

  /** Offset of the last state that was added. */
  get to(): number {
    return this.from + this.#added - 1
  }

  get bytes(): number {
    return this.#sampled === 0 ? 0 : (this.#sampledBytes / this.#sampled) * this.#states.length
  }

  /** Adds the state after the next record. */
  add(state: StateBySlice): void {
    if (this.#added % SAMPLED_EVERY === 1) {
      this.#sampledBytes += this.#bytesBeyond(this.#newest, state)
      this.#sampled++
    }
    if (this.#added % this.#stride === 0) {
      this.#states.push(state)
      while (this.#states.length > 1 && (this.bytes > this.#bytesMax || this.#states.length > STATES_MAX)) this.#halve()
    }
    this.#newest = state
    this.#added++
  }

  /** The newest state at or before `offset`; `undefined` where the segment does not hold that place. */
  near(offset: number): { readonly offset: number; readonly state: StateBySlice } | undefined {
    if (offset < this.from || offset > this.to) return undefined
    const at = Math.floor((offset - this.from) / this.#stride)
    const state = this.#states[at]
    return state && { offset: this.from + at * this.#stride, state }
  }

  #halve(): void {
    this.#stride *= 2
    this.#states = this.#states.filter((_, at) => at % 2 === 0)
  }
}

export interface ReplayedStatesOptions {
  readonly bytesMax: number
  readonly bytesBeyond: BytesBeyond
}

const SAMPLED_EVERY = 64
/** Of one segment. */
const STATES_MAX = 16_384
