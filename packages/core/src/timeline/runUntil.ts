import { DEV } from '../dev.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { recordReader } from '../log/recordReader.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { createView } from '../store/createView.ts'
import type { LiveEnd } from '../store/LiveEnd.ts'
import type { View } from '../store/Store.ts'
import type { Work } from '../work/Work.ts'
import { BATCH_RECORDS } from '../work/Work.ts'

/** Whether a run is to stop here, given the state just after a record. */
export type Stop = (view: View, record: PlacedRecord) => boolean

/** Where a run has come to. */
export interface RunPlace {
  offset: number
  state: StateBySlice
}

/**
 * Folds forward from `place` to the first record after which `stop` answers true, and writes
 * there how far it is. Answers whether there was one.
 *
 * @throws PlayheadError `timeline/predicate-threw` with the record
 */
export function* runUntil(liveEnd: LiveEnd, place: RunPlace, stop: Stop): Work<boolean> {
  const view = createView(() => place.state)
  let { fold } = liveEnd
  // Records may come, and reducers be replaced, between two batches.
  while (place.offset < liveEnd.log.head) {
    if (fold !== liveEnd.fold) {
      fold = liveEnd.fold
      place.state = liveEnd.log.stateAt(place.offset)
    }
    const recordAt = recordReader(liveEnd.log.records)
    const { head } = liveEnd.log
    const end = Math.min(head, place.offset + BATCH_RECORDS)
    const began = place.offset
    while (place.offset < end) {
      const record = recordAt(place.offset + 1)
      place.state = liveEnd.log.step(place.state, record)
      place.offset++
      if (asked(stop, view, record)) return true
    }
    yield end - began
  }
  return false
}

function asked(stop: Stop, view: View, record: PlacedRecord): boolean {
  try {
    return stop(view, record)
  } catch (thrown) {
    throw new PlayheadError({
      code: 'timeline/predicate-threw',
      record,
      cause: thrown,
      message: DEV
        ? `runUntil was stopped at offset ${record.offset} ("${record.type}"): its predicate threw ${messageOf(thrown)}. The playhead is parked there. Mend the predicate and call it again.`
        : [record.offset, record.type, messageOf(thrown)],
    })
  }
}
