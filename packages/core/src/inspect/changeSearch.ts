import type { Store } from '../store/Store.ts'
import { partsOf } from '../store/storeParts.ts'
import type { Blame } from '../timeline/Blame.ts'
import { blameTarget } from '../timeline/blameTarget.ts'
import { findChanges, segmentOf } from '../timeline/findChanges.ts'
import { resolvePlace } from '../timeline/resolvePlace.ts'
import type { Path } from '../timeline/StateChange.ts'
import type { Search } from '../work/searchInSlices.ts'

/** A search for the records that changed a value, newest first, to be run a step at a time. */
export interface ChangeSearch {
  /** Begins, or goes on after it was broken off by `timeline/not-loaded`. A step folds at most some 64 records. */
  steps(): Search<Blame>
  /** What has not been searched: the records up to this one. */
  readonly down: number
  /** The records that the next steps read, for `store.load`. */
  readonly next: { readonly from: number; readonly to: number }
}

/**
 * What `timeline.blame` does, in steps that whoever asks cuts into slices of time, and with how far it is.
 *
 * @throws PlayheadError `timeline/bad-path`, `timeline/past-head`, `timeline/no-such-offset`
 */
export function changeSearch(store: Store, path: Path, from: number): ChangeSearch {
  const log = partsOf(store).log()
  const target = blameTarget(path, log.fold.initial)
  const rest = { end: resolvePlace(from, log, 'blame from') as number }
  return {
    steps: () => findChanges(log, target, rest),
    get down() {
      return rest.end
    },
    get next() {
      return segmentOf(log, rest.end)
    },
  }
}
