import type { Checks } from '../check/Checks.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { LiveInput } from '../fold/liveState.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import { Subject } from '../rx.ts'
import type { Durability } from './Durability.ts'
import type { Intake } from './Intake.ts'
import type { LiveEnd } from './LiveEnd.ts'
import type { LogLink } from './LogLink.ts'
import { isPlaced } from './LogLink.ts'
import type { Notifier } from './Notifier.ts'
import { listenerThrew, reducerThrew } from './storeErrors.ts'
import type { UnknownTypes } from './UnknownTypes.ts'

export interface RecordFlowParts {
  readonly link: () => LogLink
  readonly intake: Intake
  readonly liveEnd: LiveEnd
  readonly durability: Durability
  readonly notifier: Notifier
  readonly checks: Pick<Checks, 'appended'> | undefined
  readonly unknownTypes: UnknownTypes
  readonly report: (error: PlayheadError) => void
  /** These were folded, and nobody was told yet. */
  readonly folded: (records: readonly LogRecord[]) => void
  /** Reducers and readers have seen a record, so it may be acted on. */
  readonly act: (record: LogRecord) => void
}

/**
 * The way of a record, once it was checked and stamped:
 *
 * ```
 *   append ──► event log ──► live end (fold) ──► those who read ──► action$, effects
 * ```
 *
 * All of it runs as jobs of the intake queue.
 */
export class RecordFlow {
  readonly records$ = new Subject<LogRecord>()
  readonly #parts: RecordFlowParts

  constructor(parts: RecordFlowParts) {
    this.#parts = parts
  }

  /** Appends records. Gives what the reducers threw. */
  readonly append = (records: readonly LogRecord[]): readonly PlayheadError[] => {
    const { link, checks, unknownTypes, report } = this.#parts
    const placed = link().append(records)
    checks?.appended(records)
    for (const error of unknownTypes.among(records)) report(error)
    // A log in memory answers at once: its records are never pending, and are folded once.
    if (isPlaced(records, placed)) return this.#take({ kind: 'placed', records: placed }, records)
    const thrown = this.#take({ kind: 'accepted', records })
    return placed.length === 0 ? thrown : [...thrown, ...this.#take({ kind: 'placed', records: placed })]
  }

  /** The log has placed records on its own account. What that sets off is no business of the log: it is reported, not thrown to it. */
  placed(records: readonly PlacedRecord[]): void {
    const { intake, report } = this.#parts
    try {
      intake.run((input: LiveInput) => this.#take(input), { kind: 'placed', records })
    } catch (thrown) {
      report(thrown instanceof PlayheadError ? thrown : listenerThrew(thrown))
    }
  }

  /** Hands records to those who act on them. */
  readonly handOver = (records: readonly LogRecord[]): void => {
    for (const record of records) {
      if (this.records$.observed) this.records$.next(record)
      this.#parts.act(record)
    }
  }

  /** `accepted` are the records as they were before they were placed, where they are at hand. */
  #take(input: LiveInput, accepted?: readonly LogRecord[]): readonly PlayheadError[] {
    const { liveEnd, durability, folded, notifier, report } = this.#parts
    const { fresh, placed, failures } = liveEnd.take(input)
    const thrown = failures.length === 0 ? NONE : failures.map(reducerThrew)
    durability.placed(placed)
    folded(fresh)
    notifier.notify()
    // Reducers have seen a record, and readers its state, before anybody acts on it.
    this.handOver(accepted ?? fresh.map(withoutOffset))
    for (const error of thrown) report(error)
    return thrown
  }
}

/** A record as `action$` and effects get it: whether it has its place already would depend on the log. */
function withoutOffset(record: LogRecord): LogRecord {
  if (record.offset === undefined) return record
  const { offset: _, ...accepted } = record
  return accepted
}

const NONE: readonly never[] = []
