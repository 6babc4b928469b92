/** What a line of a tree says of its place; whoever makes the lines adds what is in them. */
export interface TreeRow {
  /** Stays the same while the tree is made anew. */
  readonly id: string
  /** From 1. */
  readonly level: number
  /** From 1, among its siblings. */
  readonly position: number
  readonly siblings: number
  /** `undefined` where there is nothing to expand. */
  readonly isExpanded: boolean | undefined
}
