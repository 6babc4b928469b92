/** How far a store has come with long work that it does behind the scenes. */
export interface Progress {
  /**
   * - `opening`: the log is folded after it was opened
   * - `branching`: the records of a branch are folded from its first change on
   * - `refolding`: the log is folded by other slices, which `add`, `remove` or `replace` brought
   */
  readonly work: 'opening' | 'branching' | 'refolding'
  /** Records done. */
  readonly done: number
  /** Records that there are to do. */
  readonly total: number
}
