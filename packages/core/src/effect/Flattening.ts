import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { RecordId } from '../log/RecordId.ts'
import type { FamilyKey } from '../selector/createSelectorFamily.ts'
import type { RunGroup, RunOwner } from './ActiveRun.ts'
import { ActiveRun } from './ActiveRun.ts'
import type { FlattenedProgram } from './Effect.ts'
import type { ContextFactory } from './EffectContext.ts'
import { contextFactory } from './EffectContext.ts'
import {
  badResult,
  failedThrew,
  keyThrew,
  lateEmission,
  lateError,
  neverCompletes,
  runFailed,
  runThrew,
  teardownThrew,
  tooManyRuns,
} from './effectErrors.ts'
import type { RunStatus } from './Run.ts'
import { readResult } from './readResult.ts'
import type { EffectDesk } from './sendFrom.ts'
import { noteSent, sendFrom } from './sendFrom.ts'

/**
 * Runs one effect: RxJS's `switchMap`, `mergeMap`, `concatMap` and `exhaustMap` for each key, by
 * hand, because those do not tell which of their inner streams they start, stop and leave out.
 *
 * A run is let go of before anybody hears that it has ended: whoever asks again at that moment
 * finds its place free.
 */
export class Flattening implements RunOwner {
  readonly name: string
  readonly #program: FlattenedProgram
  readonly #desk: EffectDesk
  readonly #contextOf: ContextFactory
  readonly #groups = new Map<FamilyKey, RunGroup>()
  /** Runs that are on or wait. */
  #live = 0
  #toldLate = false
  #stopped = false

  constructor(name: string, program: FlattenedProgram, desk: EffectDesk) {
    this.name = name
    this.#program = program
    this.#desk = desk
    const { scheduler } = desk.services
    this.#contextOf = contextFactory(program.deps, { get: (selector) => desk.services.get(selector), scheduler })
  }

  /** Starts a run for a record, or does with it what `flatten` says. */
  start(record: LogRecord, resume?: { readonly cause: RecordId | undefined }): void {
    // Removed by somebody who was handed this record before.
    if (this.#stopped) return
    const key = this.#keyOf(this.#program.key, record)
    if (!key) return
    const { journal, services } = this.#desk
    const run = new ActiveRun(this, journal.take(), services.scheduler.now(), {
      record,
      key: key.value,
      ...(resume && { resumed: true, cause: resume.cause }),
    })
    journal.add(run)
    const group = this.#group(key.value)
    const [before] = group.running
    // Asked while the next one of those that wait is about to start: behind them.
    if (before === undefined && group.waiting.length > 0) {
      if (!this.#isFull(run)) this.#wait(run, group)
      return
    }
    if (before) {
      switch (this.#program.flatten) {
        case 'switch':
          this.#stop(before, 'superseded', record)
          break
        case 'exhaust':
          this.#noticeStuck(before, record, false)
          run.end('ignored', run.startedAt, before.record)
          journal.tell('ignored', run)
          return
        case 'concat':
          if (this.#isFull(run)) return
          this.#noticeStuck(before, record, true)
          this.#wait(run, group)
          return
        case 'merge':
          break
      }
    }
    if (!this.#isFull(run)) this.#begin(run)
  }

  /** Stops the runs that a record of `cancelOn` is meant for. */
  cancel(record: LogRecord): void {
    const { cancelKey } = this.#program
    const key = cancelKey && this.#keyOf(cancelKey, record)
    if (cancelKey && !key) return
    const groups = key ? [this.#groups.get(key.value)] : [...this.#groups.values()]
    for (const group of groups) if (group) this.#stopAll(group, record)
  }

  /** Stops all runs: the effect was removed, or the store closed. */
  stop(): void {
    this.#stopped = true
    for (const group of [...this.#groups.values()]) this.#stopAll(group)
  }

  emit(run: ActiveRun, value: unknown): void {
    const problem = sendFrom(run, value, this.#desk)
    if (!problem) return
    this.#desk.services.report(problem)
    this.#fail(run, problem, problem)
  }

  sent(run: ActiveRun, record: LogRecord): void {
    noteSent(run, record, this.#desk)
  }

  erred(run: ActiveRun, thrown: unknown): void {
    this.#fail(run, thrown, runFailed(run, thrown))
  }

  completed(run: ActiveRun): void {
    this.#release(run, 'done')
    this.#desk.journal.tell('done', run)
    this.#advance(run)
  }

  late(run: ActiveRun, what: 'value' | 'error', thrown?: unknown): void {
    const { journal, services } = this.#desk
    const wasStopped = run.status === 'cancelled' || run.status === 'superseded'
    // Whoever is aborted rejects: that is how it should be.
    if (what === 'error') {
      if (!wasStopped) services.report(lateError(run, thrown))
      return
    }
    run.dropped++
    journal.tell('dropped', run)
    if (this.#stopped) return
    if (wasStopped) {
      // A promise cannot be stopped, so this may happen with every run: it is told once.
      if (this.#toldLate || run.starting) return
      this.#toldLate = true
    }
    services.report(lateEmission(run))
  }

  teardownThrew(run: ActiveRun, thrown: unknown): void {
    this.#desk.services.report(teardownThrew(run, thrown))
  }

  #wait(run: ActiveRun, group: RunGroup): void {
    this.#live++
    run.group = group
    group.waiting.push(run)
    this.#desk.journal.tell('waiting', run)
  }

  #begin(run: ActiveRun): void {
    // Looked up here: superseding the last run of a group has dropped the group.
    const group = this.#group(run.key)
    run.status = 'running'
    run.startedAt = this.#desk.services.scheduler.now()
    this.#desk.causes.hand(run, run.record as LogRecord)
    if (!run.group) this.#live++
    run.group = group
    group.running.add(run)
    this.#desk.journal.tell('started', run)
    run.starting = true
    try {
      const result = this.#result(run)
      if (result && !readResult(result.value, run)) {
        const problem = badResult(run, result.value)
        this.#desk.services.report(problem)
        this.#fail(run, problem, problem)
      }
    } finally {
      run.starting = false
    }
  }

  #result(run: ActiveRun): { readonly value: unknown } | undefined {
    try {
      return { value: this.#program.run(run.record as LogRecord, this.#contextOf(run)) }
    } catch (thrown) {
      const problem = runThrew(run, thrown)
      this.#desk.services.report(problem)
      this.#fail(run, thrown, problem)
      return undefined
    }
  }

  /** Ends a run by an error. Its `failed` is asked what to tell. */
  #fail(run: ActiveRun, thrown: unknown, failure: PlayheadError): void {
    if (run.ended) return
    run.failure = failure
    this.#release(run, 'failed')
    this.#tellFailure(run, thrown)
    this.#desk.journal.tell('failed', run)
    this.#advance(run)
  }

  #tellFailure(run: ActiveRun, thrown: unknown): void {
    const { report } = this.#desk.services
    try {
      const problem = sendFrom(run, this.#program.failed(thrown, run.record as LogRecord), this.#desk)
      if (problem) report(problem)
    } catch (again) {
      report(failedThrew(run, again))
    }
  }

  #stop(run: ActiveRun, status: 'cancelled' | 'superseded', by?: LogRecord): void {
    if (run.ended) return
    this.#release(run, status, by)
    this.#desk.journal.tell(status, run)
  }

  #stopAll(group: RunGroup, by?: LogRecord): void {
    for (const run of [...group.waiting.splice(0), ...group.running]) this.#stop(run, 'cancelled', by)
  }

  #release(run: ActiveRun, status: RunStatus, by?: LogRecord): void {
    const { group } = run
    if (group) this.#live--
    run.group = undefined
    group?.running.delete(run)
    run.end(status, this.#desk.services.scheduler.now(), by)
    if (group && isEmpty(group) && this.#groups.get(run.key) === group) this.#groups.delete(run.key)
  }

  /** Starts what waited behind a run. A loop: what ends while it starts must not deepen the stack. */
  #advance(run: ActiveRun): void {
    const group = this.#groups.get(run.key)
    if (!group || group.advancing) return
    group.advancing = true
    try {
      while (group.running.size === 0) {
        const next = group.waiting.shift()
        if (!next) break
        this.#begin(next)
      }
    } finally {
      group.advancing = false
    }
  }

  #isFull(run: ActiveRun): boolean {
    if (this.#live < RUNS_LIVE_MAX) return false
    const problem = tooManyRuns(run, RUNS_LIVE_MAX)
    this.#desk.services.report(problem)
    this.#fail(run, problem, problem)
    return true
  }

  #noticeStuck(run: ActiveRun, record: LogRecord, waits: boolean): void {
    if (run.toldStuck) return
    const { scheduler, report } = this.#desk.services
    const onForMs = scheduler.now() - run.startedAt
    if (onForMs < STUCK_MS) return
    run.toldStuck = true
    report(neverCompletes(run, record, onForMs, waits))
  }

  #group(key: FamilyKey): RunGroup {
    const known = this.#groups.get(key)
    if (known) return known
    const group: RunGroup = { running: new Set(), waiting: [], advancing: false }
    this.#groups.set(key, group)
    return group
  }

  #keyOf(
    key: ((record: LogRecord) => FamilyKey) | undefined,
    record: LogRecord,
  ): { readonly value: FamilyKey } | undefined {
    if (!key) return NO_KEY
    try {
      return { value: key(record) }
    } catch (thrown) {
      this.#desk.services.report(keyThrew(this.name, record, thrown))
      return undefined
    }
  }
}

const isEmpty = ({ running, waiting }: RunGroup) => running.size === 0 && waiting.length === 0

const NO_KEY = { value: undefined }

/** Runs of one effect that are on or wait. At the bound a new one fails. */
const RUNS_LIVE_MAX = 10_000

/** A run that keeps others waiting for longer is told of. */
const STUCK_MS = 60_000
