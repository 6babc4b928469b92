import type { LogRecord } from '../log/LogRecord.ts'
import { Subject } from '../rx.ts'
import type { RunOwner } from './ActiveRun.ts'
import { ActiveRun } from './ActiveRun.ts'
import type { StreamProgram } from './Effect.ts'
import type { ContextFactory } from './EffectContext.ts'
import { contextFactory } from './EffectContext.ts'
import { badResult, lateEmission, lateError, streamFailed, teardownThrew } from './effectErrors.ts'
import { readResult } from './readResult.ts'
import type { EffectDesk } from './sendFrom.ts'
import { noteSent, sendFrom } from './sendFrom.ts'

/**
 * Runs one effect in free form: one run, from when the store takes it until it is removed. What
 * it sends while it is being handed a record has that record as its cause.
 */
export class StreamNode implements RunOwner {
  readonly name: string
  readonly #program: StreamProgram
  readonly #desk: EffectDesk
  readonly #contextOf: ContextFactory
  readonly #records = new Subject<LogRecord>()
  #run: ActiveRun | undefined
  #handed: LogRecord | undefined
  #begunAgain = 0

  constructor(name: string, program: StreamProgram, desk: EffectDesk) {
    this.name = name
    this.#program = program
    this.#desk = desk
    const { scheduler } = desk.services
    this.#contextOf = contextFactory(program.deps, { get: (selector) => desk.services.get(selector), scheduler })
  }

  begin(): void {
    const { journal, services } = this.#desk
    const run = new ActiveRun(this, journal.take(), services.scheduler.now())
    this.#run = run
    run.status = 'running'
    journal.add(run)
    journal.tell('started', run)
    run.starting = true
    try {
      const live = { deps: this.#program.deps, getState: () => services.getState(), state$: services.state$ }
      const result = this.#program.stream(this.#records.asObservable(), this.#contextOf(run), live)
      if (!readResult(result, run)) this.#fail(run, badResult(run, result))
    } catch (thrown) {
      this.#fail(run, thrown)
    } finally {
      run.starting = false
    }
  }

  take(record: LogRecord): void {
    const run = this.#run
    if (!run || run.ended) return
    this.#handed = record
    run.causedBy = record.id
    this.#desk.causes.hand(run, record)
    try {
      this.#records.next(record)
    } finally {
      run.causedBy = undefined
      this.#handed = undefined
    }
  }

  stop(): void {
    const run = this.#run
    if (run && !run.ended) this.#end(run, 'cancelled')
    this.#records.complete()
  }

  /** One bad emission does not end a stream that serves all actions. */
  emit(run: ActiveRun, value: unknown): void {
    const problem = sendFrom(run, value, this.#desk)
    if (problem) this.#desk.services.report(problem)
  }

  sent(run: ActiveRun, record: LogRecord): void {
    noteSent(run, record, this.#desk)
  }

  erred(run: ActiveRun, thrown: unknown): void {
    this.#fail(run, thrown)
  }

  completed(run: ActiveRun): void {
    this.#end(run, 'done')
  }

  late(run: ActiveRun, what: 'value' | 'error', thrown?: unknown): void {
    const { journal, services } = this.#desk
    const wasStopped = run.status === 'cancelled'
    if (what === 'error') {
      if (!wasStopped) services.report(lateError(run, thrown))
      return
    }
    run.dropped++
    journal.tell('dropped', run)
    if (!wasStopped) services.report(lateEmission(run))
  }

  teardownThrew(run: ActiveRun, thrown: unknown): void {
    this.#desk.services.report(teardownThrew(run, thrown))
  }

  #fail(run: ActiveRun, thrown: unknown): void {
    const goesOn = !run.starting && this.#begunAgain < BEGUN_AGAIN_MAX
    const problem = streamFailed(run, thrown, this.#handed, goesOn)
    run.failure = problem
    this.#end(run, 'failed')
    this.#desk.services.report(problem)
    if (!goesOn) return
    this.#begunAgain++
    this.begin()
  }

  #end(run: ActiveRun, status: 'done' | 'failed' | 'cancelled'): void {
    run.end(status, this.#desk.services.scheduler.now())
    this.#desk.journal.tell(status, run)
  }
}

/** As often as NgRx resubscribes. A stream that fails while it begins is not begun again at all. */
const BEGUN_AGAIN_MAX = 10
