import { sameValue } from '../codec/sameValue.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import { asOffset } from '../log/Offset.ts'
import { recordReader } from '../log/recordReader.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { Work } from '../work/Work.ts'
import { BATCH_RECORDS } from '../work/Work.ts'
import type { Fold, FoldFailure } from './Fold.ts'
import type { FoldedLog } from './FoldedLog.ts'

/** Records that stand next to each other in a branch: new ones, or some of its parent's from the one at `parent` on. */
export type BranchStretch = { readonly length: number } & (
  | { readonly kind: 'kept'; readonly parent: number }
  | { readonly kind: 'new'; readonly records: readonly LogRecord[] }
)

/** What a branch is folded from. */
export interface BranchParts {
  readonly parent: FoldedLog
  /** What both share, to be gone on with. */
  readonly branch: FoldedLog
  /** What stands behind that. */
  readonly stretches: readonly BranchStretch[]
  /** A reducer threw on a record that the parent has not got. */
  readonly failed?: (failure: FoldFailure) => void
}

/**
 * Gives the records of a branch their places behind those that are shared, and folds what has to
 * be folded: the slices whose state differs from the parent's, as long as it does. The others,
 * and their checkpoints, are the parent's.
 *
 * ```
 *   parent   ──a──b──c──d──■──e──f──■──g──h──■──
 *   branch   ──a─────c──d──■──e──f──■──g──h──■──
 *                  └─ ledger differs ──┘└─ the same again: nothing is folded
 *                  └─ page does not: never folded
 * ```
 *
 * A change that comes to nothing, as the skip of a record that changed nothing, costs no fold.
 */
export function* branched({ parent, branch, stretches, failed }: BranchParts): Work<FoldedLog> {
  const placer = new Placer(branch)
  for (const stretch of stretches) {
    if (stretch.kind === 'new') yield* placer.folded(stretch.length, (i) => stretch.records[i] as LogRecord, failed)
    else yield* betweenVoids(parent, branch, placer, stretch)
  }
  return branch
}

/** What a void does here may be another thing than in the parent: it is folded as it is, and what follows is compared anew. */
function* betweenVoids(
  parent: FoldedLog,
  branch: FoldedLog,
  placer: Placer,
  { parent: from, length }: Kept,
): Work<void> {
  let next = from
  for (const undone of parent.voids.between(from, from + length - 1)) {
    if (undone > next) yield* keptStretch(parent, branch, placer, { parent: next, length: undone - next })
    yield* placer.folded(1, () => parent.records.at(undone) as LogRecord)
    next = undone + 1
  }
  if (next < from + length) yield* keptStretch(parent, branch, placer, { parent: next, length: from + length - next })
}

interface Kept {
  readonly parent: number
  readonly length: number
}

function* keptStretch(
  parent: FoldedLog,
  branch: FoldedLog,
  placer: Placer,
  { parent: from, length }: Kept,
): Work<void> {
  const recordAt = recordReader(parent.records)
  let done = 0
  // Time never decreases along a log. A record whose time was raised may fold otherwise.
  while (done < length && placer.lastTime > recordAt(from + done).time) done++
  if (length - done < COMPARED_MIN) done = length
  if (done > 0) yield* placer.folded(done, (i) => recordAt(from + i))
  if (done === length) return

  const [begin, end] = [from + done, from + length - 1]
  const shift = branch.head + 1 - begin
  const differing = new Differing(parent.fold, branch.stateAt(branch.head), parent.stateAt(begin - 1))
  // They count when they are folded.
  for (const _ of branch.takeUnfolded(parent.records, begin, end)) yield 0
  placer.took(length - done, branch.records.timeAt(branch.head))
  let [passed, nextCheck] = [0, 1]
  for (let offset = begin - 1; offset < end; ) {
    // Asked anew for each: the parent may let go of checkpoints meanwhile.
    const checkpoint = parent.checkpointAfter(offset)
    const stop = Math.min(end, checkpoint?.offset ?? end)
    if (differing.isEmpty) offset = stop
    while (offset < stop) {
      const batchEnd = Math.min(stop, offset + BATCH_RECORDS)
      const count = batchEnd - offset
      while (offset < batchEnd) differing.fold(recordAt(++offset))
      yield count
    }
    if (checkpoint?.offset !== offset) continue
    if (++passed === nextCheck) {
      nextCheck *= 2
      differing.compare(checkpoint.state)
    }
    branch.foldedAt(offset + shift, differing.over(checkpoint.state), checkpoint)
    yield 0
  }
  branch.folded(differing.over(parent.stateAt(end)))
}

/** The slices of a branch whose state is not that of its parent. */
class Differing {
  readonly #whole: Fold
  #fold: Fold | undefined
  #state: StateBySlice = {}

  constructor(fold: Fold, mine: StateBySlice, theirs: StateBySlice) {
    this.#whole = fold
    this.#keep(mine, theirs)
  }

  get isEmpty(): boolean {
    return this.#fold === undefined
  }

  fold(record: LogRecord): void {
    if (this.#fold) this.#state = this.#fold.step(this.#state, record)
  }

  /** Whole states: what differs from here, the rest from the parent. */
  over(theirs: StateBySlice): StateBySlice {
    if (!this.#fold) return theirs
    return this.#fold === this.#whole ? this.#state : { ...theirs, ...this.#state }
  }

  /** Lets go of slices that have come to the same. */
  compare(theirs: StateBySlice): void {
    if (this.#fold) this.#keep(this.#state, theirs)
  }

  #keep(mine: StateBySlice, theirs: StateBySlice): void {
    const names = Object.keys(mine).filter((name) => !sameValue(mine[name], theirs[name]))
    if (names.length === 0) {
      this.#fold = undefined
      this.#state = {}
      return
    }
    const fold = this.#whole.only(new Set(names))
    this.#fold = fold
    this.#state = fold === this.#whole ? mine : Object.fromEntries(names.map((name) => [name, mine[name]]))
  }
}

/** Gives records their places in the branch. */
class Placer {
  readonly #branch: FoldedLog
  #next: number
  lastTime: number

  constructor(branch: FoldedLog) {
    this.#branch = branch
    this.#next = branch.head + 1
    this.lastTime = branch.head < 0 ? 0 : branch.records.timeAt(branch.head)
  }

  /** So many records came otherwise, the last of them recorded at `time`. */
  took(records: number, time: number): void {
    this.#next += records
    this.lastTime = time
  }

  #place(record: LogRecord): PlacedRecord {
    this.lastTime = Math.max(this.lastTime, record.time)
    return { ...record, offset: asOffset(this.#next++), time: this.lastTime }
  }

  *folded(length: number, recordAt: (i: number) => LogRecord, failed?: (failure: FoldFailure) => void): Work<void> {
    for (let done = 0; done < length; ) {
      const batch: PlacedRecord[] = []
      while (done < length && batch.length < BATCH_RECORDS) batch.push(this.#place(recordAt(done++)))
      this.#branch.pushFolding(batch, failed)
      yield batch.length
    }
  }
}

/** A shorter stretch is folded as it is: finding the parent's state there would cost as much. */
const COMPARED_MIN = 256
