import type { TrackDensity } from '../../../protocol/calls.ts'

/** Counts of `parts` neighbouring buckets added up. The last may have fewer to add. */
export function mergeBuckets(counts: readonly number[], parts: number): readonly number[] {
  const merged = new Array<number>(Math.ceil(counts.length / parts)).fill(0)
  for (const [at, count] of counts.entries()) {
    const into = Math.floor(at / parts)
    merged[into] = (merged[into] ?? 0) + count
  }
  return merged
}

/** Two neighbouring tiles as the one above them; a track that only one has counts nothing in the other. */
export function mergeTiles(
  left: readonly TrackDensity[],
  right: readonly TrackDensity[],
  buckets: number,
): readonly TrackDensity[] {
  const names = new Set([...left, ...right].map(({ track }) => track))
  const none = new Array<number>(buckets).fill(0)
  return [...names].map((track) => {
    const one = left.find((each) => each.track === track)
    const other = right.find((each) => each.track === track)
    const both = (of: 'counts' | 'failed') => mergeBuckets([...(one?.[of] ?? none), ...(other?.[of] ?? none)], 2)
    return { track, counts: both('counts'), failed: both('failed') }
  })
}
