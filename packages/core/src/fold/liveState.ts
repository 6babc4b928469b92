import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import type { Offset } from '../log/Offset.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { isVoid } from '../undo/voided.ts'
import type { Fold, FoldFailure } from './Fold.ts'
import type { Pending, PendingQueue } from './pendingQueue.ts'
import { added, emptyQueue, firstOf, lastOf, pendingOf, sizeOf, withoutFirst } from './pendingQueue.ts'

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
  /** The state after each placed record: any of them may be kept as a checkpoint. */
  readonly after: readonly StateBySlice[]
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

/** How records are folded: one after the other, but for voids, which ask what is in the log. */
export interface LiveFold {
  readonly step: Fold['step']
  /** The state after the log in memory and these records, the last of which is a void. */
  stateWith(tail: readonly LogRecord[]): StateBySlice
}

/** One step of the live end, for `scan`. Pure. */
export const advance =
  (fold: () => LiveFold) =>
  (live: LiveState, input: LiveInput): LiveState => {
    switch (input.kind) {
      case 'accepted':
        return accepted(fold(), live, input.records)
      case 'placed':
        return placed(fold(), live, input.records)
      case 'refolded':
        return {
          ...live,
          placed: input.placed,
          pending: refolded(fold(), { state: input.placed, tail: [] }, pendingOf(live.pending)),
          step: NOTHING,
        }
    }
  }

function accepted(fold: LiveFold, live: LiveState, records: readonly LogRecord[]): LiveState {
  const failures: FoldFailure[] = []
  let state = stateOf(live)
  let pending = live.pending
  for (const record of records) {
    state = isVoid(record)
      ? fold.stateWith([...pendingOf(pending).map((each) => each.record), record])
      : fold.step(state, record, (failure) => failures.push(failure))
    pending = added(pending, { record, after: state })
  }
  return { ...live, pending, step: { fresh: records, placed: [], after: [], failures } }
}

function placed(fold: LiveFold, live: LiveState, records: readonly PlacedRecord[]): LiveState {
  return sizeOf(live.pending) === 0 ? appended(fold, live, records) : settled(fold, live, records)
}

/** Nothing is pending, so all records are new: what every dispatch to a log in memory comes to. */
function appended(fold: LiveFold, { head, placed, pending }: LiveState, records: readonly PlacedRecord[]): LiveState {
  const failures: FoldFailure[] = []
  const failed = (failure: FoldFailure) => void failures.push(failure)
  const after: StateBySlice[] = []
  let state = placed
  for (const [i, record] of records.entries()) {
    state = isVoid(record) ? fold.stateWith(records.slice(0, i + 1)) : fold.step(state, record, failed)
    after.push(state)
  }
  const last = records[records.length - 1]?.offset ?? head
  return { head: last, placed: state, pending, step: { fresh: records, placed: records, after, failures } }
}

/** The log answers to what is pending, maybe with records of others between. */
function settled(fold: LiveFold, live: LiveState, records: readonly PlacedRecord[]): LiveState {
  const failures: FoldFailure[] = []
  const fresh: LogRecord[] = []
  const after: StateBySlice[] = []
  let state = live.placed
  let { pending } = live
  /** Set once the log has another order than ours: what is pending then, by id. */
  let mine: Map<string, Pending> | undefined
  for (const [i, record] of records.entries()) {
    const next = firstOf(pending)
    if (mine === undefined && next && isSame(next.record, record)) {
      // The usual case: the log keeps our order, so what was folded on top is the fold of the log now.
      state = next.after
      pending = withoutFirst(pending)
    } else {
      mine ??= new Map(pendingOf(pending).map((each) => [each.record.id, each]))
      const isMine = mine.delete(record.id)
      if (!isMine) fresh.push(record)
      state = isVoid(record)
        ? fold.stateWith(records.slice(0, i + 1))
        : fold.step(state, record, isMine ? undefined : (failure) => failures.push(failure))
    }
    after.push(state)
  }
  if (mine) pending = refolded(fold, { state, tail: records }, [...mine.values()])
  const head = records.at(-1)?.offset ?? live.head
  return { head, placed: state, pending, step: { fresh, placed: records, after, failures } }
}

/** The log may have raised the time, and reducers read it. */
const isSame = (pending: LogRecord, record: PlacedRecord) => pending.id === record.id && pending.time === record.time

/** Folds what is pending on a state: that of the log in memory and a tail of records that are not in it yet. */
function refolded(
  fold: LiveFold,
  placed: { readonly state: StateBySlice; readonly tail: readonly LogRecord[] },
  records: readonly Pending[],
): PendingQueue {
  let { state } = placed
  let pending = emptyQueue()
  for (const [i, { record }] of records.entries()) {
    state = isVoid(record)
      ? fold.stateWith([...placed.tail, ...records.slice(0, i + 1).map((each) => each.record)])
      : fold.step(state, record)
    pending = added(pending, { record, after: state })
  }
  return pending
}

const NOTHING: StepOutcome = { fresh: [], placed: [], after: [], failures: [] }
