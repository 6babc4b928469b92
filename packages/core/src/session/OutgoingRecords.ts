import { infoOf } from '../action/registry.ts'
import { FoldedLog } from '../fold/FoldedLog.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import type { Store } from '../store/Store.ts'
import type { StoreParts } from '../store/storeParts.ts'
import { partsOf } from '../store/storeParts.ts'
import { Redactor } from './Redactor.ts'
import { checkRedactions } from './redactionPath.ts'

type Paths = { readonly [type: string]: readonly string[] }
type State = Readonly<Record<string, unknown>>

/**
 * A store's records as they may leave: in today's shape, at today's version, and without what
 * their actions redact.
 */
export class OutgoingRecords {
  readonly #store: Store
  readonly #parts: StoreParts
  readonly #extra: Paths
  readonly #redactor = new Redactor()

  /** @throws PlayheadError `action/bad-redaction` */
  constructor(store: Store, extra: Paths = {}) {
    for (const [type, paths] of Object.entries(extra)) checkRedactions(type, paths)
    this.#store = store
    this.#parts = partsOf(store)
    this.#extra = extra
  }

  *range(from: number, to: number): Generator<PlacedRecord, void, void> {
    for (let offset = from; offset <= to; offset++) yield this.#record(offset)
  }

  /** What is taken out of records up to here, by action type. */
  redactedUpTo(to: number): ReadonlyMap<string, readonly string[]> {
    const redacted = new Map<string, readonly string[]>()
    for (let offset = 0; offset <= to; offset++) {
      const record = this.#store.recordAt(offset) as PlacedRecord
      const before = redacted.get(record.type)
      const paths = this.#pathsOf(record)
      // One record of a type may be of a shape that nobody knows, and then goes as a whole.
      if (paths.length > 0) redacted.set(record.type, before ? [...new Set([...before, ...paths])] : paths)
    }
    return redacted
  }

  /** The state before and after a range, as whoever opens the file will fold it. */
  fold(from: number, to: number): { readonly before: State; readonly after: State } {
    const log = new FoldedLog(this.#parts.fold())
    log.pushFolding([...this.range(0, Math.min(from - 1, to))])
    const before = log.stateAt(log.head)
    return { before, after: log.pushFolding([...this.range(log.head + 1, to)]) }
  }

  #record(offset: number): PlacedRecord {
    const record = this.#store.recordAt(offset) as PlacedRecord
    const today = this.#isOfToday(record) ? infoOf(record.type)?.version : undefined
    const paths = this.#pathsOf(record)
    if (paths.length === 0) return today === undefined ? record : { ...record, version: today }
    return {
      ...record,
      version: today ?? record.version,
      payload: this.#redactor.part('payload', record.payload, paths),
      ...(record.rest && { rest: this.#redactor.part('rest', record.rest, paths) as typeof record.rest }),
    }
  }

  #pathsOf(record: PlacedRecord): readonly string[] {
    const declared = infoOf(record.type)?.redact ?? []
    const extra = Object.hasOwn(this.#extra, record.type) ? (this.#extra[record.type] ?? []) : []
    const paths = extra.length === 0 ? declared : [...new Set([...declared, ...extra])]
    // Where a payload has a shape unknown here, nobody can say where in it the paths lead.
    return paths.length > 0 && !this.#isOfToday(record) ? ['payload', 'rest'] : paths
  }

  /** Whether the payload has today's shape: it was brought up to date when the log was opened. */
  #isOfToday({ id, type, version }: PlacedRecord): boolean {
    const info = infoOf(type)
    return info === undefined || (version <= info.version && !this.#parts.unreadable()?.has(id))
  }
}
