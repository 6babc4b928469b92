import type { Dispatchable } from '../action/Action.ts'
import type { ActionInfo } from '../action/ActionInfo.ts'
import type { Door } from '../action/acceptAction.ts'
import { acceptAction } from '../action/acceptAction.ts'
import { branched } from '../fold/branched.ts'
import type { FoldFailure } from '../fold/Fold.ts'
import type { FoldedLog } from '../fold/FoldedLog.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import { branchLog } from '../log/memoryLog.ts'
import { notLoaded } from '../log/notLoaded.ts'
import type { Offset } from '../log/Offset.ts'
import { asOffset } from '../log/Offset.ts'
import { recordId } from '../log/RecordId.ts'
import type { ForkOptions } from '../timeline/ForkOptions.ts'
import { parentOffsetIn, planFork } from '../timeline/forkPlan.ts'
import type { Origin } from '../timeline/Origin.ts'
import type { Work } from '../work/Work.ts'
import type { StoreConfig } from './StoreConfig.ts'
import { uuidv7 } from './uuidv7.ts'

/** What a branch has of its parent. */
export interface Inherited {
  /** The records that both share, folded already. */
  readonly log: FoldedLog
  readonly origin: Origin
  /** What stands behind them, where the branch is a changed past. It is ready when that is folded. */
  readonly rest?: {
    readonly total: number
    /** Those that the parent has not got. */
    readonly fresh: readonly LogRecord[]
    steps(failed: (failure: FoldFailure) => void): Work<FoldedLog>
  }
}

/** Where a branch begins. */
export interface BranchPlace {
  readonly log: FoldedLog
  readonly at: Offset
  readonly options: ForkOptions
  infoOf(type: string): ActionInfo | undefined
}

/**
 * Lays out a branch: the log that it appends to, and what it has of its parent.
 *
 * @throws PlayheadError `timeline/bad-fork`
 * @throws PlayheadError `timeline/not-loaded` where records that a change reaches are in the durable log only
 */
export function layOutBranch(config: StoreConfig, { log, at, options, infoOf }: BranchPlace) {
  const plan = planFork(options, {
    at,
    recordAt: (offset) => log.records.at(offset),
    accept: newRecords(config, infoOf),
  })
  const from = log.replayOf(plan.shared)?.from ?? plan.shared + 1
  const to = plan.stretches.length > 0 ? at : plan.shared
  if (!log.records.has(from, to)) throw notLoaded(from, to)
  const shared = log.branch(plan.shared)
  const total = plan.length - plan.shared - 1
  const inherited: Inherited = {
    log: shared,
    origin: {
      log: config.log.name,
      at,
      shared: asOffset(plan.shared),
      parentOffset: (offset) => parentOffsetIn(plan, offset) as Offset | undefined,
    },
    ...(total > 0 && {
      rest: {
        total,
        fresh: plan.stretches.flatMap((stretch) => (stretch.kind === 'new' ? stretch.records : [])),
        steps: (failed: (failure: FoldFailure) => void) =>
          branched({ parent: log, branch: log.branch(plan.shared), stretches: plan.stretches, failed }),
      },
    }),
  }
  const end = { next: plan.length, lastTime: plan.shared < 0 ? 0 : log.records.timeAt(plan.shared) }
  return { log: branchLog(`${config.log.name}, branch at ${at}`, end), inherited }
}

/** Makes records of actions, by the same checks as a dispatch. */
function newRecords({ clock, random, payloadBytesMax, actor }: StoreConfig, infoOf: Door['infoOf']) {
  const client = uuidv7(clock.now(), random)
  const door: Door = {
    infoOf,
    payloadBytesMax,
    contextAt: (time) => ({ now: () => time, id: () => uuidv7(time, random), random }),
  }
  let sequence = 0
  return (action: Dispatchable, model: PlacedRecord | undefined, stands: 'instead' | 'after'): LogRecord => {
    const time = model?.time ?? clock.now()
    const { type, version, payload, rest } = acceptAction(action, time, door)
    const who = stands === 'instead' && model ? whoOf(model) : actor === undefined ? {} : { actor }
    return { id: recordId(client, sequence++), type, version, payload, time, ...who, ...(rest && { rest }) }
  }
}

/** What stays true of a record when another action comes in its place. */
function whoOf({ actor, causedBy, group }: LogRecord): Pick<LogRecord, 'actor' | 'causedBy' | 'group'> {
  return {
    ...(actor !== undefined && { actor }),
    ...(causedBy !== undefined && { causedBy }),
    ...(group !== undefined && { group }),
  }
}
