/**
 * The order of a branch in which one record stands behind another: every record between them by its offset, as
 * `BranchEdit.order` names them. `behind` may be −1: before all.
 *
 * ```
 *   orderOf(2, 5)   3 4 5 2        orderOf(5, 1)   5 2 3 4
 * ```
 */
export function orderOf(offset: number, behind: number): readonly number[] {
  const between = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
  if (behind >= offset) return [...between(offset + 1, behind), offset]
  return [offset, ...between(behind + 1, offset - 1)]
}
