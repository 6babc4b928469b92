import { infoOf } from '../action/registry.ts'
import type { AnyEffect, DepsOf } from '../effect/Effect.ts'
import { compileFold } from '../fold/compileFold.ts'
import { foldContext } from '../fold/FoldContext.ts'
import { memoryLog } from '../log/memoryLog.ts'
import type { SchedulerLike } from '../rx.ts'
import { asyncScheduler } from '../rx.ts'
import type { AnySlice, StateOf } from '../slice/Slice.ts'
import { clockMeter } from '../work/clockMeter.ts'
import type { Meter } from '../work/Meter.ts'
import { pageTurns } from '../work/pageTurns.ts'
import { scheduledMeter } from '../work/scheduledMeter.ts'
import { scheduledTurns } from '../work/scheduledTurns.ts'
import type { Turns } from '../work/Turns.ts'
import { budgetsOf, recordsInMemoryMaxOf } from './budgetsOf.ts'
import { openStore } from './openStore.ts'
import type { Store } from './Store.ts'
import type { DepsOption, StoreOptions } from './StoreOptions.ts'

/**
 * Opens the log, folds it, and follows it.
 *
 * A log in memory is open when this returns. A durable one takes a moment: until
 * `store.ready`, state is the initial one and dispatches queue.
 *
 * @throws PlayheadError `store/bad-option`, `store/duplicate-slice`, `store/duplicate-effect`, `slice/duplicate-case`, `action/name-taken`
 */
export function createStore<
  const Slices extends readonly AnySlice[],
  const Effects extends readonly AnyEffect[] = readonly [],
  Deps extends DepsOf<Effects> & object = DepsOf<Effects>,
>(options: StoreOptions<Slices, Effects> & DepsOption<Effects, Deps>): Store<StateOf<Slices>, Deps> {
  const { scheduler, meter = meterOf(scheduler) } = options
  const context = foldContext()
  const fold = compileFold(options.slices, context)
  return openStore({
    fold,
    context,
    slices: options.slices,
    infoOf,
    log: options.log ?? memoryLog(),
    parked: options.parked ?? 'append',
    actor: options.actor,
    effects: options.effects ?? [],
    deps: options.deps ?? {},
    clock: options.clock ?? (scheduler ? { now: () => scheduler.now() } : Date),
    random: options.random ?? Math.random,
    payloadBytesMax: options.payloadBytesMax ?? PAYLOAD_BYTES_MAX,
    slicing: { meter, turns: turnsOf(scheduler), sliceMs: SLICE_MS },
    scheduler: scheduler ?? asyncScheduler,
    budgets: budgetsOf(options, meter),
    build: options.build,
    recordsInMemoryMax: recordsInMemoryMaxOf(options),
  }) as unknown as Store<StateOf<Slices>, Deps>
}

/** On virtual time work costs nothing, and is done in one go: the same in every run. */
const meterOf = (scheduler: SchedulerLike | undefined): Meter =>
  isOwnTime(scheduler) ? scheduledMeter(scheduler) : clockMeter

/** Whoever brings time of their own brings the turns as well. */
const turnsOf = (scheduler: SchedulerLike | undefined): Turns =>
  isOwnTime(scheduler) ? scheduledTurns(scheduler) : pageTurns

const isOwnTime = (scheduler: SchedulerLike | undefined): scheduler is SchedulerLike =>
  scheduler !== undefined && scheduler !== asyncScheduler

const PAYLOAD_BYTES_MAX = 65_536
/** Half a frame: the page needs the other half. */
const SLICE_MS = 6
