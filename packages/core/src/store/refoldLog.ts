import type { Fold, FoldFailure } from '../fold/Fold.ts'
import { FoldedLog } from '../fold/FoldedLog.ts'
import { recordReader } from '../log/recordReader.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { Work } from '../work/Work.ts'
import { BATCH_RECORDS } from '../work/Work.ts'

/** How a log is to be folded anew. */
export interface RefoldPlan {
  readonly fold: Fold
  /** Slices that the new fold has and the old one had, with the same reducers. */
  readonly kept: ReadonlySet<string>
  /** A reducer that is not kept threw. */
  readonly failed: (failure: FoldFailure) => void
}

/**
 * The records of a log as another fold has them, those that are appended meanwhile as well. The
 * log stays as it is, and its records are shared.
 *
 * Slices do not see one another, so the state of those that are kept is that of the old log, the
 * very objects; only the others are folded:
 *
 * ```
 *   old log    ──────■────────■──────■── head       { a, b }
 *                    │ a      │ a    │ a
 *   new log    ──────■────────■──────■── head       { a, c }
 *              c ► ──────► ───────► ────►
 * ```
 */
export function* refoldLog(
  log: FoldedLog,
  { fold, kept, failed }: RefoldPlan,
  refolded = new FoldedLog(fold, log.options),
): Work<FoldedLog> {
  if (kept.size === 0) return yield* refolded.following(log.records, failed)

  const changed = new Set(Object.keys(fold.initial).filter((name) => !kept.has(name)))
  const part = fold.only(changed)
  let state = picked(refolded.stateAt(refolded.head), changed)
  while (refolded.head < log.head) {
    const undone = log.voids.from(refolded.head + 1)
    if (undone === refolded.head + 1) {
      state = picked(refolded.stateWith([recordReader(log.records)(undone)]), changed)
      refolded.shareUnfolded(log, undone)
      refolded.folded({ ...picked(log.stateAt(undone), kept), ...state }, 0)
      yield 1
      continue
    }
    // Asked anew for each: the old log may let go of checkpoints meanwhile.
    const next = log.checkpointAfter(refolded.head)
    const checkpoint = next && next.offset < (undone ?? log.head + 1) ? next : undefined
    const end = checkpoint?.offset ?? (undone ?? log.head + 1) - 1
    const recordAt = recordReader(log.records)
    let ms = 0
    for (let offset = refolded.head + 1; changed.size > 0 && offset <= end; ) {
      const measure = log.options.meter.start()
      const began = offset
      const batchEnd = Math.min(end + 1, offset + BATCH_RECORDS)
      for (; offset < batchEnd; offset++) state = part.step(state, recordAt(offset), failed)
      ms += measure(offset - began)
      yield offset - began
    }
    refolded.shareUnfolded(log, end)
    if (checkpoint) refolded.folded({ ...picked(checkpoint.state, kept), ...state }, checkpoint.costMs + ms)
    else refolded.folded({ ...picked(log.stateAt(end), kept), ...state })
  }
  return refolded
}

const picked = (state: StateBySlice, names: ReadonlySet<string>): StateBySlice =>
  Object.fromEntries([...names].map((name) => [name, state[name]]))
