import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import type { Offset } from '../log/Offset.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { Fold, FoldFailure } from './Fold.ts'
import type { Pending, PendingQueue } from './pendingQueue.ts'
import { added, emptyQueue, firstOf, lastOf, pendingOf, sizeOf, without, withoutFirst } from './pendingQueue.ts'

/**
 * The live end of a log, folded: `state = fold(log), then fold(pending)`.
 *
 * ```
 *   0 ───────────── head │ pending
 *   fold(log) = placed ──┘ └── after the last one = state
 * ```
 *
 * Invariants
 * - `placed` is the fold of the log's records up to `head`, in the log's order.
 * - Each pending record's `after` is the fold of `placed` and the pending records up to it.
 * - A record is pending or placed, never both, never neither.
 */
export interface LiveState {
  readonly head: Offset
  readonly placed: StateBySlice
  readonly pending: PendingQueue
  /** What the last step brought. */
  readonly step: StepOutcome
}

export interface StepOutcome {
  /** Records folded here for the first time, in the order of their fold. */
  readonly fresh: readonly LogRecord[]
  readonly placed: readonly PlacedRecord[]
  /** Reducers that threw on a fresh record. A refold of the same record is not told again. */
  readonly failures: readonly FoldFailure[]
}

/** What can happen at the live end. */
export type LiveInput =
  /** Accepted here; the log has not answered yet. */
  | { readonly kind: 'accepted'; readonly records: readonly LogRecord[] }
  /** The log gave these the next offsets: our pending records, or somebody else's. */
  | { readonly kind: 'placed'; readonly records: readonly PlacedRecord[] }
  /** The log was folded anew by other reducers. */
  | { readonly kind: 'refolded'; readonly placed: StateBySlice }

export const liveStateAt = (head: Offset, placed: StateBySlice): LiveState => ({
  head,
  placed,
  pending: emptyQueue(),
  step: NOTHING,
})

/** The live state: the log and, on top, what waits for its place. */
export const stateOf = (live: LiveState): StateBySlice => lastOf(live.pending)?.after ?? live.placed

/** One step of the live end, for `scan`. Pure. */
export const advance =
  (fold: () => Fold) =>
  (live: LiveState, input: LiveInput): LiveState => {
    switch (input.kind) {
      case 'accepted':
        return accepted(fold(), live, input.records)
      case 'placed':
        return placed(fold(), live, input.records)
      case 'refolded':
        return { ...live, placed: input.placed, pending: refolded(fold(), input.placed, live.pending), step: NOTHING }
    }
  }

function accepted(fold: Fold, live: LiveState, records: readonly LogRecord[]): LiveState {
  const failures: FoldFailure[] = []
  let state = stateOf(live)
  let pending = live.pending
  for (const record of records) {
    state = fold.step(state, record, (failure) => failures.push(failure))
    pending = added(pending, { record, after: state })
  }
  return { ...live, pending, step: { fresh: records, placed: [], failures } }
}

function placed(fold: Fold, live: LiveState, records: readonly PlacedRecord[]): LiveState {
  const failures: FoldFailure[] = []
  const fresh: LogRecord[] = []
  let state = live.placed
  let { head, pending } = live
  let inOrder = true
  for (const record of records) {
    head = record.offset
    const next = firstOf(pending)
    if (inOrder && next && isSame(next.record, record)) {
      // The usual case: the log keeps our order, so what was folded on top is the fold of the log now.
      state = next.after
      pending = withoutFirst(pending)
      continue
    }
    inOrder = false
    const mine = pendingWithId(pending, record.id)
    if (mine) pending = without(pending, mine)
    else fresh.push(record)
    state = fold.step(state, record, mine ? undefined : (failure) => failures.push(failure))
  }
  if (!inOrder) pending = refolded(fold, state, pending)
  return { head, placed: state, pending, step: { fresh, placed: records, failures } }
}

/** The log may have raised the time, and reducers read it. */
const isSame = (pending: LogRecord, record: PlacedRecord) => pending.id === record.id && pending.time === record.time

const pendingWithId = (queue: PendingQueue, id: LogRecord['id']): Pending | undefined =>
  sizeOf(queue) === 0 ? undefined : pendingOf(queue).find(({ record }) => record.id === id)

function refolded(fold: Fold, placed: StateBySlice, queue: PendingQueue): PendingQueue {
  let state = placed
  let pending = emptyQueue()
  for (const { record } of pendingOf(queue)) {
    state = fold.step(state, record)
    pending = added(pending, { record, after: state })
  }
  return pending
}

const NOTHING: StepOutcome = { fresh: [], placed: [], failures: [] }
