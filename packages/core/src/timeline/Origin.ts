import type { Offset } from '../log/Offset.ts'

/** Where a branch came from, so that two lanes can be drawn beside each other. Records of both align by id. */
export interface Origin {
  /** Name of the parent's log. */
  readonly log: string
  /** Newest record of the parent that the branch took. */
  readonly at: Offset
  /** Up to here, both have the same records at the same offsets. −1 where not even the first. */
  readonly shared: Offset
  /**
   * The parent's offset of the record that stands at `offset` in the branch; `undefined` for
   * one that the parent has not got: replaced, inserted, or dispatched on the branch.
   */
  parentOffset(offset: number): Offset | undefined
}
