import type { PlacedRecord } from '../log/LogRecord.ts'
import { recordReader } from '../log/recordReader.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { Meter } from '../work/Meter.ts'
import type { Work } from '../work/Work.ts'
import type { FoldedLog, Suspicion } from './FoldedLog.ts'

/** A reducer call that takes longer than a seek may. */
export interface Costly {
  readonly slice: string
  readonly record: PlacedRecord
  readonly ms: number
}

/**
 * Looks into a batch of records that took longer than a seek may: which of them did it, and in
 * which slice. Nothing where it was no single record: garbage collection, or many records that
 * are slow together.
 */
export function* findCostly(log: FoldedLog, { from, to }: Suspicion): Work<readonly Costly[]> {
  const { options } = log
  const recordAt = recordReader(log.records)
  const known = log.checkpointBefore(from - 1)
  const found: Costly[] = []
  let { state } = known
  for (let offset = known.offset + 1; offset <= to; offset++) {
    const record = recordAt(offset)
    const before = state
    const measure = options.meter.start()
    state = log.step(before, record)
    const first = measure(1)
    const ms = offset >= from && first > options.seekBudgetMs ? leastOf(first, log, before, record) : 0
    if (ms > options.seekBudgetMs) found.push({ slice: slowestSlice(log, before, record), record, ms })
    yield 1
  }
  return found
}

/** A call that was slow once met a garbage collection, or a compiler. One that is slow each time is slow. */
function leastOf(first: number, log: FoldedLog, state: StateBySlice, record: PlacedRecord): number {
  let least = first
  for (let again = 0; again < REPEATED && least > log.options.seekBudgetMs; again++)
    least = Math.min(
      least,
      costOf(log.options.meter, () => void log.step(state, record)),
    )
  return least
}

const REPEATED = 3

function slowestSlice({ fold, options: { meter } }: FoldedLog, state: StateBySlice, record: PlacedRecord): string {
  let slowest = { slice: '(root reducer)', ms: -1 }
  for (const slice of Object.keys(state)) {
    const only = fold.only(new Set([slice]))
    if (only === fold) break
    const ms = costOf(meter, () => only.step({ [slice]: state[slice] }, record))
    if (ms > slowest.ms && only.folds(record.type)) slowest = { slice, ms }
  }
  return slowest.slice
}

function costOf(meter: Meter, step: () => void): number {
  const measure = meter.start()
  step()
  return measure(1)
}
