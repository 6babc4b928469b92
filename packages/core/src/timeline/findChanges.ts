import { sameValue } from '../codec/sameValue.ts'
import type { Fold } from '../fold/Fold.ts'
import type { FoldedLog } from '../fold/FoldedLog.ts'
import type { OffsetRange } from '../log/RecordList.ts'
import { recordReader } from '../log/recordReader.ts'
import { voided } from '../undo/voided.ts'
import type { Search } from '../work/searchInSlices.ts'
import { BATCH_RECORDS } from '../work/Work.ts'
import type { Blame } from './Blame.ts'
import type { Target } from './blameTarget.ts'

/**
 * Looks for the records that changed a value, from the one at `from` back to the first.
 *
 * Goes back from checkpoint to checkpoint, and folds each segment forward, once. Only the slices
 * that the value is read from are folded, and a segment in which they listen to nothing is not
 * folded at all.
 *
 * ```
 *   ■── 1  2  3 ──■── 4  5 ──■── 6  7      found: 6, 5, 3, 1
 *    3rd ───────►  2nd ────►  1st ───►
 * ```
 */
export function* findChanges(log: FoldedLog, target: Target, rest: Unsearched): Search<Blame> {
  const fold = log.fold.only(target.slices)
  while (rest.end >= 0) {
    const { end } = rest
    const { from: start } = segmentOf(log, end)
    const first = firstFolded(log, fold, start, end)
    const found = first === undefined ? [] : yield* changesIn(log, fold, target, { first, start, end })
    rest.end = start - 1
    yield { records: first === undefined ? end - start + 1 : 0, found }
  }
}

/** What is still to be searched: the records up to this one. Written to, so that a search can be taken up again. */
export interface Unsearched {
  end: number
}

/** The records that are folded to search the one at `end`, both included. */
export const segmentOf = (log: FoldedLog, end: number): OffsetRange => ({
  from: log.checkpointBefore(end - 1).offset + 1,
  to: end,
})

interface Segment {
  /** The first record that one of the slices listens to. */
  readonly first: number
  readonly start: number
  readonly end: number
}

/** The changes of one segment, newest first. Which are there is known only at its end. */
function* changesIn(
  log: FoldedLog,
  fold: Fold,
  target: Target,
  { first, start, end }: Segment,
): Search<Blame, Blame[]> {
  const found: Blame[] = []
  const recordAt = recordReader(log.records)
  const read = target.reader()
  let { state } = log.checkpointBefore(start - 1)
  let before = read(state)
  for (let offset = first; offset <= end; ) {
    const batchEnd = Math.min(end + 1, offset + BATCH_RECORDS)
    const began = offset
    for (; offset < batchEnd; offset++) {
      const record = recordAt(offset)
      const next = log.step(state, record, fold)
      if (next === state) continue
      state = next
      const after = read(state)
      if (Object.is(before, after)) continue
      if (!sameValue(before, after)) found.push({ record, before, after })
      before = after
    }
    yield { records: offset - began, found: [] }
  }
  return found.reverse()
}

function firstFolded(log: FoldedLog, fold: Fold, start: number, end: number): number | undefined {
  return (
    log.records.offsetsOf({ has: (type) => fold.folds(type) || type === voided.type }, start, end).next().value ??
    undefined
  )
}
