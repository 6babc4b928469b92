import type { PlayheadError } from '@playhead/core'
import type { Quarantined } from '@playhead/core/inspect'
import type { ErrorView } from '../../protocol/overview.ts'
import { visibleText } from '../preview/visibleText.ts'

/** What went wrong in a store, and what it was advised of: the newest of both, and which records they were about. */
export class Troubles {
  readonly #errors: Noted[] = []
  readonly #warnings: Noted[] = []
  readonly #quarantined = new Set<string>()
  readonly #byRecord = new Map<string, string[]>()
  /** Told of each. */
  noted: (() => void) | undefined
  /** Told of each record that something went wrong with. */
  failed: ((id: string) => void) | undefined
  readonly #offsetOf: (id: string) => number

  /** `offsetOf` gives the place of a record where it is known, else −1: most had none yet when they failed. */
  constructor(offsetOf: (id: string) => number) {
    this.#offsetOf = offsetOf
  }

  get errors(): readonly ErrorView[] {
    return this.#errors.map((noted) => this.#placed(noted))
  }

  /** What is advice: of development checks, on budgets. */
  get warnings(): readonly ErrorView[] {
    return this.#warnings.map((noted) => this.#placed(noted))
  }

  /** Records that a reducer threw on. */
  get quarantined(): number {
    return this.#quarantined.size
  }

  /** Ids of records that something went wrong with. */
  get ids(): Iterable<string> {
    return this.#byRecord.keys()
  }

  /** What went wrong with a record. */
  of(id: string): readonly string[] {
    return this.#byRecord.get(id) ?? []
  }

  /** The store tells of one. */
  take(error: PlayheadError): void {
    const { code, record, severity } = error
    const message = visibleText(error.message)
    if (code === THREW && record) this.#quarantined.add(record.id)
    if (record && severity === 'error' && code !== UNKNOWN_TYPE) this.#fail(record.id, message)
    const among = severity === 'warning' ? this.#warnings : this.#errors
    this.#note({ code, message, offset: record?.offset, time: Date.now(), id: record?.id }, among)
  }

  /** A record from before the store is found to be quarantined. */
  quarantine({ slice, offset, id, thrown }: Quarantined, time: number): void {
    if (this.#quarantined.has(id)) return
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    const message = visibleText(
      `Slice "${slice}" threw on this record: ${why}. It is left out of the slice. (${THREW})`,
    )
    this.#quarantined.add(id)
    this.#fail(id, message)
    this.#note({ code: THREW, message, offset, time, id })
  }

  /** One notice however often it happens: a timer that is refused comes again and again. */
  refused({ code, message }: PlayheadError): void {
    if (this.#errors.at(-1)?.code !== code)
      this.#note({ code, message, offset: undefined, time: Date.now(), id: undefined })
  }

  #fail(id: string, message: string): void {
    const known = this.#byRecord.get(id)
    if (known) known.push(message)
    else if (this.#byRecord.size < FAILED_KEPT_MAX) this.#byRecord.set(id, [message])
    this.failed?.(id)
  }

  #note(noted: Noted, among = this.#errors): void {
    among.push(noted)
    if (among.length > ERRORS_SHOWN_MAX) among.shift()
    this.noted?.()
  }

  #placed({ id, offset, ...view }: Noted): ErrorView {
    const place = offset ?? (id === undefined ? -1 : this.#offsetOf(id))
    return { ...view, offset: place < 0 ? undefined : place }
  }
}

interface Noted extends ErrorView {
  readonly id: string | undefined
}

const THREW = 'fold/reducer-threw'
/** Told of the first record of a type alone, and no fault of its own. */
const UNKNOWN_TYPE = 'action/unknown-type'
const ERRORS_SHOWN_MAX = 200
const FAILED_KEPT_MAX = 100_000
