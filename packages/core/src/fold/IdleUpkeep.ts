import type { PlayheadError } from '../error/PlayheadError.ts'
import type { Slicing } from '../work/Slicing.ts'
import type { Work } from '../work/Work.ts'
import type { Checkpoint } from './Checkpoints.ts'
import type { FoldedLog } from './FoldedLog.ts'
import { findCostly } from './findCostly.ts'
import { checkpointDiffers, overBudget, overMemory } from './foldProblems.ts'
import { verifySegment } from './verifySegment.ts'

export interface IdleUpkeepOptions {
  /** The log to look after. It may be another one after reducers were replaced. */
  readonly log: () => FoldedLog
  readonly slicing: Pick<Slicing, 'meter' | 'turns'>
  readonly report: (problem: PlayheadError) => void
  /** What else the store has to do. */
  readonly more?: () => Work<void> | undefined
}

/**
 * What a log can do better while the page has nothing else to do. Nothing of it is needed for a
 * state to be right, and none of it is in the way of a dispatch: each idle moment is used for two
 * milliseconds, and where there is nothing to do none is asked for.
 *
 * In this order: the segment that a step back comes to next is replayed, old records are packed,
 * what was too slow is looked into, and one random segment is folded again and compared.
 */
export class IdleUpkeep {
  readonly #options: IdleUpkeepOptions
  readonly #told = new Set<string>()
  #log: FoldedLog | undefined
  #work: Work<void> | undefined
  #cancel: (() => void) | undefined
  #closed = false
  /** Nothing waited to be packed when it was last asked. */
  #packed = false
  /** How many checkpoints there were when a segment was verified last. */
  #verified = 0
  #suspect: Checkpoint | undefined
  #luck = 1

  constructor(options: IdleUpkeepOptions) {
    this.#options = options
    this.follow()
  }

  /** The log may be another one now. */
  follow(): void {
    const log = this.#options.log()
    if (this.#log === log || this.#closed) return
    if (this.#log) this.#log.onDuty = undefined
    this.#log = log
    this.#work = undefined
    this.#suspect = undefined
    this.#verified = 0
    log.onDuty = () => this.wake()
    if (log.checkpoints.length > 0) this.wake()
  }

  /** There is something to do. */
  wake(): void {
    if (this.#closed) return
    this.#packed = false
    this.#cancel ??= this.#options.slicing.turns.whenIdle(() => this.#idle())
  }

  /** Gives up whatever it is doing. */
  close(): void {
    this.#closed = true
    this.#cancel?.()
    this.#work = undefined
    if (this.#log) this.#log.onDuty = undefined
  }

  #idle(): void {
    this.#cancel = undefined
    for (let ms = 0; ms < IDLE_SLICE_MS; ) {
      this.#work ??= this.#next()
      if (!this.#work) return
      const measure = this.#options.slicing.meter.start()
      const { done, value } = this.#work.next()
      if (done) this.#work = undefined
      ms += measure(value ?? 0)
    }
    this.#cancel ??= this.#options.slicing.turns.whenIdle(() => this.#idle())
  }

  #next(): Work<void> | undefined {
    const log = this.#log as FoldedLog
    const ahead = log.replayAhead()
    if (ahead) return ahead
    if (!this.#packed) {
      this.#packed = true
      return log.records.packing()
    }
    const more = this.#options.more?.()
    if (more) return more
    this.#tellMemory(log)
    const suspicion = log.takeSuspicion()
    if (suspicion && isLoaded(log, suspicion.from, suspicion.to)) return this.#lookInto(log, findCostly(log, suspicion))
    const checkpoint = this.#nextToVerify(log)
    return checkpoint && isLoaded(log, checkpoint.offset, checkpoint.offset) ? this.#verify(log, checkpoint) : undefined
  }

  *#lookInto(log: FoldedLog, search: ReturnType<typeof findCostly>): Work<void> {
    for (const { slice, record, ms } of yield* search)
      this.#tell(`cost ${slice} ${record.type}`, () => overBudget(slice, record, ms, log.options.seekBudgetMs))
  }

  /** One random segment for every few that are new, and the one after a segment that differed. */
  #nextToVerify({ checkpoints }: FoldedLog): Checkpoint | undefined {
    if (this.#suspect) return this.#suspect
    if (checkpoints.length < this.#verified + VERIFIED_EVERY) {
      this.#verified = Math.min(this.#verified, checkpoints.length)
      return undefined
    }
    this.#verified = checkpoints.length
    // Lehmer's generator, with the multiplier of Park and Miller (1988).
    this.#luck = (this.#luck * 48_271) % 2_147_483_647
    return checkpoints[this.#luck % checkpoints.length]
  }

  *#verify(log: FoldedLog, checkpoint: Checkpoint): Work<void> {
    this.#suspect = undefined
    const differences = yield* verifySegment(log, checkpoint)
    for (const { slice, record } of differences)
      this.#tell(`differs ${slice} ${record?.type}`, () => checkpointDiffers(slice, checkpoint.offset, record))
    // What follows was folded from what was there before.
    if (differences.length > 0) this.#suspect = log.checkpointAfter(checkpoint.offset)
  }

  #tellMemory(log: FoldedLog): void {
    const longestMs = log.takeOverMemory()
    if (longestMs === undefined) return
    const { seekBudgetMs, memoryBytesMax } = log.options
    this.#tell('memory', () => overMemory(longestMs, seekBudgetMs, memoryBytesMax))
  }

  #tell(key: string, problem: () => PlayheadError): void {
    if (this.#told.has(key) || this.#told.size === PROBLEMS_TOLD_MAX) return
    this.#told.add(key)
    this.#options.report(problem())
  }
}

/** Whether all that is folded on the way to these records is in memory, and not in the durable log only. */
const isLoaded = (log: FoldedLog, from: number, to: number): boolean =>
  log.records.has(log.checkpointBefore(from - 1).offset + 1, to)

/** Of an idle moment. Browsers tell of moments of up to 50 ms, and a click must not wait for the end of one. */
const IDLE_SLICE_MS = 2
/** New checkpoints for which one segment is verified: an eighth of what they cost to fold. */
const VERIFIED_EVERY = 8
/** Beyond, a program makes types up, and has heard enough. */
const PROBLEMS_TOLD_MAX = 100
