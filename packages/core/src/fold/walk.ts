import type { PlacedRecord } from '../log/LogRecord.ts'
import { recordReader } from '../log/recordReader.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { FoldedLog } from './FoldedLog.ts'

/** A record, and the states around it. The same object in both where it changed nothing. */
export interface Step {
  readonly offset: number
  readonly record: PlacedRecord
  readonly before: StateBySlice
  readonly after: StateBySlice
}

/** The steps from the one at `from` to the head, also to one that moves meanwhile. */
export function* walk(log: FoldedLog, from: number): Generator<Step, void, void> {
  let before = log.stateAt(from - 1)
  const recordAt = recordReader(log.records)
  for (let offset = from; offset <= log.head; offset++) {
    const record = recordAt(offset)
    const after = log.step(before, record)
    yield { offset, record, before, after }
    before = after
  }
}

/**
 * The steps from the one at `from` back to the first. Each segment is replayed once, forwards; its
 * states are kept while they are told, newest first.
 *
 * Of a segment that is long because checkpoints were thinned, blocks are kept: it is folded twice.
 */
export function* walkBack(log: FoldedLog, from: number): Generator<Step, void, void> {
  const recordAt = recordReader(log.records)
  for (let end = from; end >= 0; ) {
    const start = Math.max(log.checkpointBefore(end - 1).offset, end - BLOCK_RECORDS) + 1
    const states = [log.stateAt(start - 1)]
    for (let offset = start; offset <= end; offset++)
      states.push(log.step(states[states.length - 1] as StateBySlice, recordAt(offset)))
    for (let offset = end; offset >= start; offset--) {
      const after = states.pop() as StateBySlice
      yield { offset, record: recordAt(offset), before: states[states.length - 1] as StateBySlice, after }
    }
    end = start - 1
  }
}

/** Records whose states are kept at a time. */
const BLOCK_RECORDS = 1_024
