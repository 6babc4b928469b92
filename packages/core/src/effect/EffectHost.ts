import type { PlayheadError } from '../error/PlayheadError.ts'
import { messageOf } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import { isNotLoaded } from '../log/notLoaded.ts'
import { TriggerRoutes } from '../topic/TriggerRoutes.ts'
import { Causes } from './Causes.ts'
import type { AnyEffect, Effect, FlattenedProgram, StreamProgram } from './Effect.ts'
import { EFFECT } from './Effect.ts'
import type { EffectServices } from './EffectServices.ts'
import { badResume, duplicateEffect } from './effectErrors.ts'
import { Flattening } from './Flattening.ts'
import type { RunJournal } from './RunJournal.ts'
import { recordsToResume } from './recordsToResume.ts'
import { StreamNode } from './StreamNode.ts'
import type { EffectDesk } from './sendFrom.ts'

/** The host of a store's effects, as each effect brings it along. */
export const openEffectHost = (services: EffectServices, journal: RunJournal): EffectHost =>
  new EffectHost(services, journal)

/** What a record sets off in one effect. */
type Handler = (record: LogRecord, isOwn: boolean) => void

/**
 * The effects of a store. It is handed live records, after reducers and readers have seen them,
 * and nothing else: a replay moves states, and no record comes by here.
 *
 * A record finds its effects by type, so the others cost nothing, however many there are.
 */
export class EffectHost {
  readonly #services: EffectServices
  readonly #desk: EffectDesk
  readonly #causes: Causes
  readonly #routes: TriggerRoutes<Handler>
  readonly #streams = new Set<StreamNode>()
  readonly #effects = new Map<string, { readonly effect: AnyEffect; stop(): void; resume(): void }>()
  #isStarted = false
  #canResume = false

  constructor(services: EffectServices, journal: RunJournal) {
    this.#services = services
    this.#causes = new Causes(services.drain)
    this.#desk = { services, journal, causes: this.#causes }
    this.#routes = new TriggerRoutes(services.infoOf)
  }

  /** The effects there are, for a branch that is to have the same. */
  get effects(): readonly AnyEffect[] {
    return [...this.#effects.values()].map(({ effect }) => effect)
  }

  /**
   * Takes an effect. Gives the way to remove it, which stops its runs.
   *
   * @throws PlayheadError `store/duplicate-effect`
   */
  add(effect: AnyEffect): () => void {
    const { name } = effect
    if (this.#effects.has(name)) throw duplicateEffect(name)
    const program = (effect as Effect<object>)[EFFECT](this.#services.deps)
    const running = program.kind === 'stream' ? this.#addStream(name, program) : this.#addFlattened(name, program)
    this.#effects.set(name, { effect, ...running })
    if (this.#canResume) running.resume()
    return () => {
      if (this.#effects.get(name)?.effect !== effect) return
      this.#effects.delete(name)
      running.stop()
    }
  }

  /** Whether an effect listens to this type. */
  listensTo(type: string): boolean {
    return this.#routes.of({ type }).length > 0
  }

  /**
   * Hands a live record to the effects. Those of this store's own actions start runs: what
   * another tab did, that tab's effects answer. Runs are stopped by anybody's.
   */
  take(record: LogRecord): void {
    const handlers = this.#handlers(record)
    if (handlers.length === 0 && this.#streams.size === 0) return
    const endless = this.#causes.endless(record)
    if (endless) {
      this.#services.fail(endless)
      return
    }
    const isOwn = this.#services.isOwn(record)
    for (const handler of handlers) handler(record, isOwn)
    if (isOwn) for (const stream of this.#streams) stream.take(record)
  }

  /** The store is there: begins effects in free form. What they send at once waits until the log is open. */
  start(): void {
    this.#isStarted = true
    for (const stream of [...this.#streams]) stream.begin()
  }

  /** The log was opened: starts again what was asked before and not answered. */
  resume(): void {
    this.#canResume = true
    for (const { resume } of [...this.#effects.values()]) resume()
  }

  /** How the newest records of effects cause each other. */
  cycle(): string {
    return this.#causes.cycle()
  }

  close(): void {
    for (const { stop } of [...this.#effects.values()]) stop()
    this.#effects.clear()
  }

  #handlers(record: LogRecord): readonly Handler[] {
    try {
      return this.#routes.of(record)
    } catch (thrown) {
      // A record of others, whose topic cannot be made: what is dispatched here was checked.
      this.#services.report(thrown as PlayheadError)
      return []
    }
  }

  #addStream(name: string, program: StreamProgram) {
    const node = new StreamNode(name, program, this.#desk)
    this.#streams.add(node)
    if (this.#isStarted) node.begin()
    return {
      stop: () => {
        this.#streams.delete(node)
        node.stop()
      },
      resume() {},
    }
  }

  #addFlattened(name: string, program: FlattenedProgram) {
    const flattening = new Flattening(name, program, this.#desk)
    const start: Handler = (record, isOwn) => {
      if (isOwn) flattening.start(record)
    }
    // Before its start: a record that does both stops the old runs and starts a new one.
    const removals = [
      ...(program.cancelOn.length > 0
        ? [this.#routes.add(program.cancelOn, (record) => flattening.cancel(record))]
        : []),
      this.#routes.add(program.on, start),
    ]
    let isStopped = false
    const failed = (thrown: unknown) => this.#services.report(badResume(name, messageOf(thrown), thrown))
    const resume = (): void => {
      if (!program.resume || isStopped) return
      try {
        const listens = (record: LogRecord) => this.#handlers(record).includes(start)
        for (const { record, cause } of recordsToResume(name, program.resume, listens, this.#services)) {
          flattening.start(record, { cause })
        }
      } catch (thrown) {
        // What asked may be in the durable log only.
        if (isNotLoaded(thrown)) this.#services.loadAll().then(resume, failed)
        else failed(thrown)
      }
    }
    return {
      stop() {
        isStopped = true
        for (const remove of removals) remove()
        flattening.stop()
      },
      resume,
    }
  }
}
