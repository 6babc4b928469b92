import type { Dispatchable, Store } from '@playhead/core'
import type { Observable } from 'rxjs'
import { BehaviorSubject, of, Subscription } from 'rxjs'
import { imports as happened } from '../actions.ts'
import { received } from '../booking/bookImport.ts'
import type { ImportStatementPorts } from '../booking/importStatement.ts'
import { importStatement } from '../booking/importStatement.ts'
import { imports } from '../imports.ts'
import type { Inbox } from '../inbox/Inbox.ts'
import type { ImportPlan } from '../plan/ImportPlan.ts'
import { readLedger } from '../plan/LedgerReading.ts'
import { planImport } from '../plan/planImport.ts'
// Not by the index: the parsers behind it belong to the worker alone.
import { withAccount } from '../readers/fingerprint/fingerprintStatements.ts'
import type { StatementFile } from '../readers/index.ts'
import type { ParseOptions, StatementParser } from '../worker/index.ts'
import type { ImportJob, ImportPhase } from './ImportJob.ts'
import { readStatement } from './readStatement.ts'

/** What an import desk works with. */
export interface ImportDeskOptions {
  readonly store: Store
  readonly parser: StatementParser
  readonly inbox: Inbox
  readonly newId: () => string
  readonly nextFrame: ImportStatementPorts['nextFrame']
}

type Booking = Extract<ImportPhase, { kind: 'booking' }>

/** What the desk knows of a job beside what it shows. */
interface Work {
  readonly file: File
  /** Set where a booking goes on that was cut off. */
  readonly resumes: string | undefined
  /** Chosen by a person, for a file that names none. */
  accountId: string | undefined
  /** What they call it, where it is a new one. */
  accountName?: string
  /** What the file says, once it is read. */
  read: StatementFile | undefined
}

/**
 * Takes files in: reads them in the background, shows what would be booked, books it when
 * that is confirmed, and goes on with what was cut off.
 *
 * ```
 *   add     ─ import/readingAsked ─► effect readStatement ─► import/readingProgressed, read, readingRefused ─► jobs$
 *   confirm ─ import/received ─► effect importStatement ─► entries, import/progressed, import/completed ─► jobs$
 *   cancel  ─ import/readingCancelled, import/cancelled: stops the one or the other
 * ```
 *
 * The jobs are the page's, and the desk has the plans of its files; what is booked is the log's. Records arrive as
 * a stream and from an effect, so booking goes on while somebody looks at the past.
 */
export class ImportDesk {
  readonly #options: ImportDeskOptions
  readonly #jobs = new BehaviorSubject<readonly ImportJob[]>([])
  readonly #work = new Map<string, Work>()
  /** What is being booked, by import. */
  readonly #plans = new Map<string, ImportPlan>()
  readonly #open = new Subscription()

  constructor(options: ImportDeskOptions) {
    this.#options = options
    const { store, nextFrame, parser } = options
    const files = {
      get: (jobId: string) => this.#work.get(jobId)?.file,
      keep: (jobId: string, read: StatementFile) => {
        const work = this.#work.get(jobId)
        if (work) work.read = read
      },
    }
    const effects = [
      store.add(readStatement({ files, parser })),
      store.add(importStatement({ plans: this.#plans, nextFrame })),
    ]
    for (const effect of effects) this.#open.add(() => effect.remove())
    this.#open.add(store.action$.subscribe((record) => this.#follow(record)))
  }

  /** The jobs now and after each change, in the order in which they came. */
  get jobs$(): Observable<readonly ImportJob[]> {
    return this.#jobs
  }

  /** Reads files. Nothing is booked before `confirm`. */
  add(files: Iterable<File>): void {
    for (const file of files) this.#begin(file)
  }

  /** Reads a refused file once more, with what a person has added: a currency, the order of dates. */
  readAgain(id: string, options: ParseOptions): void {
    if (this.#work.has(id)) this.#read(id, options)
  }

  /** Says which account a file is of that names none; `newName` is that of one which the file opens. */
  chooseAccount(id: string, accountId: string, newName?: string): void {
    const phase = this.#phaseOf(id)
    const work = this.#work.get(id)
    if (phase?.kind !== 'preview' || !work) return
    work.accountId = accountId
    if (newName !== undefined) work.accountName = newName
    this.#preview(id, phase.plan.file)
  }

  /** Books what the preview shows. */
  confirm(id: string): void {
    const phase = this.#phaseOf(id)
    const work = this.#work.get(id)
    if (phase?.kind !== 'preview' || !work || phase.plan.accountNeeded) return
    void this.#book(id, work, this.#plan(phase.plan.file, work.resumes ?? id, work.accountName))
  }

  /** Stops reading, and forgets the file; or stops booking, and keeps what is booked. */
  cancel(id: string): void {
    const phase = this.#phaseOf(id)
    const work = this.#work.get(id)
    if (!phase || !work) return
    if (phase.kind === 'booking') this.#tell(happened.cancelled({ importId: work.resumes ?? id }))
    else this.dismiss(id)
  }

  /** Takes a job off the list. */
  dismiss(id: string): void {
    this.#tell(happened.readingCancelled({ jobId: id }))
    this.#work.delete(id)
    this.#jobs.next(this.#jobs.value.filter((job) => job.id !== id))
  }

  /**
   * Goes on with an import that was cut off or stopped: reads the kept file again and shows
   * what is left of it. Resolves to false where the file is not kept any more; dropping it
   * again then books what is missing.
   */
  async resume(importId: string): Promise<boolean> {
    const file = await this.#options.inbox.get(importId)
    if (!file) return false
    const accountId = this.#options.store.live.get(imports).byId.get(importId)?.statements[0]?.accountId
    this.#begin(file, { importId, accountId })
    return true
  }

  /** Lets go of everything that runs. */
  close(): void {
    this.#open.unsubscribe()
    this.#jobs.complete()
  }

  #begin(file: File, resumed?: { readonly importId: string; readonly accountId: string | undefined }): void {
    const id = this.#options.newId()
    const work: Work = { file, resumes: resumed?.importId, accountId: resumed?.accountId, read: undefined }
    this.#work.set(id, work)
    const job: ImportJob = {
      id,
      fileName: file.name,
      bytes: file.size,
      phase: { kind: 'reading', progress: undefined },
    }
    this.#jobs.next([...this.#jobs.value, job])
    this.#read(id, {})
  }

  #read(id: string, options: ParseOptions): void {
    this.#show(id, { kind: 'reading', progress: undefined })
    this.#tell(happened.readingAsked({ jobId: id, options }))
  }

  #preview(id: string, file: StatementFile): void {
    const work = this.#work.get(id)
    const named = work?.accountId === undefined ? file : withAccount(file, work.accountId)
    this.#show(id, { kind: 'preview', plan: this.#plan(named, work?.resumes ?? id, work?.accountName) })
  }

  #plan(file: StatementFile, importId: string, newName: string | undefined): ImportPlan {
    return planImport(file, readLedger(this.#options.store.live), importId, newName)
  }

  async #book(id: string, work: Work, plan: ImportPlan): Promise<void> {
    const importId = work.resumes ?? id
    this.#show(id, { kind: 'booking', booked: 0, entries: plan.entries.length })
    // Kept first: a crash in the middle of booking must find it. Without storage, dropping the file again does the same.
    if (!work.resumes) await this.#options.inbox.put(importId, work.file).catch(() => {})
    if (this.#phaseOf(id)?.kind !== 'booking') return
    this.#plans.set(importId, plan)
    this.#tell(work.resumes ? happened.resumed({ importId }) : received(plan, importId))
  }

  /** Shows what the effects say of reading and booking, or the log of its end. */
  #follow(record: Dispatchable): void {
    if (happened.readingProgressed.match(record)) {
      const { jobId, progress } = record.payload
      this.#show(jobId, { kind: 'reading', progress })
    } else if (happened.readingRefused.match(record)) {
      const { jobId, problem } = record.payload
      this.#show(jobId, { kind: 'refused', problem })
    } else if (happened.read.match(record)) {
      const read = this.#work.get(record.payload.jobId)?.read
      if (read) this.#preview(record.payload.jobId, read)
    } else if (happened.progressed.match(record)) {
      const { importId, booked, entries } = record.payload
      this.#showBooking(importId, () => ({ kind: 'booking', booked, entries }))
    } else if (happened.completed.match(record)) {
      const { importId } = record.payload
      const { entries, duplicates } = this.#plans.get(importId) ?? { entries: [], duplicates: 0 }
      this.#ended(importId, () => ({ kind: 'done', entries: entries.length, duplicates }))
      void this.#options.inbox.remove(importId).catch(() => {})
    } else if (happened.cancelled.match(record)) {
      this.#ended(record.payload.importId, (phase) => ({ ...phase, kind: 'stopped' }))
    } else if (happened.failed.match(record)) {
      const { importId, reason } = record.payload
      this.#ended(importId, (phase) => ({ ...phase, kind: 'stopped', reason }))
    }
  }

  #ended(importId: string, toPhase: (phase: Booking) => ImportPhase): void {
    this.#plans.delete(importId)
    this.#showBooking(importId, toPhase)
    this.#planAgain()
  }

  #showBooking(importId: string, toPhase: (phase: Booking) => ImportPhase): void {
    for (const { id, phase } of this.#jobs.value) {
      if (phase.kind === 'booking' && (this.#work.get(id)?.resumes ?? id) === importId) this.#show(id, toPhase(phase))
    }
  }

  /** As a stream, which is heard in the past as well. */
  #tell(action: Dispatchable): void {
    this.#options.store.connect(of(action))
  }

  /** What one job has booked is a duplicate in the previews of the others. */
  #planAgain(): void {
    for (const { id, phase } of this.#jobs.value) if (phase.kind === 'preview') this.#preview(id, phase.plan.file)
  }

  #phaseOf(id: string): ImportPhase | undefined {
    return this.#jobs.value.find((job) => job.id === id)?.phase
  }

  #show(id: string, phase: ImportPhase): void {
    this.#jobs.next(this.#jobs.value.map((job) => (job.id === id ? { ...job, phase } : job)))
  }
}
