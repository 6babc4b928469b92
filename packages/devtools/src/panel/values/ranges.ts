/** The most children that stand under one line. */
export const RANGE_SIZE = 1_000
/** How many children are asked for at once. */
export const WINDOW_SIZE = 100

/** Children of a value, from the first to just after the last. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * The ranges that stand for many children, each of at most 1,000 children or of at most 1,000 ranges:
 * `0…999`, `1,000…1,999`. None where all of them can stand by themselves.
 */
export function rangesOf({ from, to }: Range): readonly Range[] {
  const size = to - from
  if (size <= RANGE_SIZE) return []
  let step = RANGE_SIZE
  while (size > step * RANGE_SIZE) step *= RANGE_SIZE
  const ranges: Range[] = []
  for (let at = from; at < to; at += step) ranges.push({ from: at, to: Math.min(to, at + step) })
  return ranges
}

export const windowOf = (index: number): number => Math.floor(index / WINDOW_SIZE)
