import { sameValue } from '../codec/sameValue.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { recordReader } from '../log/recordReader.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { Work } from '../work/Work.ts'
import { BATCH_RECORDS } from '../work/Work.ts'
import type { Checkpoint } from './Checkpoints.ts'
import type { FoldedLog, Known } from './FoldedLog.ts'

/** A slice that came out differently when it was folded again, and the record that did it where that can be known. */
export interface Difference {
  readonly slice: string
  readonly record: PlacedRecord | undefined
}

/**
 * Folds a segment again and compares the state with the checkpoint at its end. Where they differ, a
 * reducer is not pure: the checkpoint is built anew, so that past states are those of the segment
 * before it, folded on.
 */
export function* verifySegment(log: FoldedLog, checkpoint: Checkpoint): Work<readonly Difference[]> {
  const { fold } = log
  const begin = log.checkpointBefore(checkpoint.offset - 1)
  // A void is no step from the state before it.
  if (log.voids.between(begin.offset + 1, checkpoint.offset).length > 0) return []
  const recordAt = recordReader(log.records)
  let { state } = begin
  for (let offset = begin.offset + 1; offset <= checkpoint.offset; offset++) {
    state = fold.step(state, recordAt(offset))
    if ((offset - begin.offset) % BATCH_RECORDS === 0) yield BATCH_RECORDS
  }
  yield 1
  // It may have been thinned meanwhile.
  if (log.checkpointBefore(checkpoint.offset).state !== checkpoint.state) return []
  const slices = Object.keys(state).filter((slice) => !sameValue(state[slice], checkpoint.state[slice]))
  if (slices.length === 0) return []
  log.rebuild(checkpoint.offset, state)
  return yield* findImpure(log, begin, checkpoint.offset, slices)
}

/** A reducer that gives two values for one state and one record shows by folding each record twice. */
function* findImpure(log: FoldedLog, begin: Known, to: number, slices: readonly string[]): Work<readonly Difference[]> {
  const { fold } = log
  const recordAt = recordReader(log.records)
  const found = new Map<string, PlacedRecord | undefined>(slices.map((slice) => [slice, undefined]))
  let state: StateBySlice = begin.state
  for (let offset = begin.offset + 1; offset <= to; offset++) {
    const record = recordAt(offset)
    const [once, again] = [fold.step(state, record), fold.step(state, record)]
    for (const slice of slices) {
      if (found.get(slice) === undefined && !sameValue(once[slice], again[slice])) found.set(slice, record)
    }
    state = once
    if ((offset - begin.offset) % BATCH_RECORDS === 0) yield 2 * BATCH_RECORDS
  }
  return [...found].map(([slice, record]) => ({ slice, record }))
}
