import type { RunView } from '../../../protocol/overview.ts'

export interface PackedRun<Run = RunView> {
  readonly run: Run
  readonly from: number
  /** `undefined` while it is on. */
  readonly to: number | undefined
  readonly lane: number
}

/**
 * Gives each run the first lane that is free where it starts, so that no two of them cover each other while there are
 * lanes; from then on the last lane is shared.
 */
export function packRuns(
  runs: readonly RunView[],
  place: (run: RunView) => { readonly from: number; readonly to: number | undefined },
  lanesMax: number,
): readonly PackedRun[] {
  const placed = runs.map((run) => ({ run, ...place(run) }))
  placed.sort((one, other) => one.from - other.from || one.run.run - other.run.run)
  const ends: number[] = []
  return placed.map((each) => {
    const free = ends.findIndex((end) => end <= each.from)
    const lane = free !== -1 ? free : Math.min(ends.length, lanesMax - 1)
    ends[lane] = Math.max(ends[lane] ?? Number.NEGATIVE_INFINITY, each.to ?? Number.POSITIVE_INFINITY)
    return { ...each, lane }
  })
}

/** How many lanes they take. */
export const lanesOf = (runs: readonly PackedRun[]): number =>
  runs.reduce((most, { lane }) => Math.max(most, lane + 1), 0)
