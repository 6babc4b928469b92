import type { Clock, Effect, EventLog, Random, Store } from '@playhead/core'
import { createStore, memoryLog } from '@playhead/core'
import type { SchedulerLike } from 'rxjs'
import { asyncScheduler } from 'rxjs'
import type { TimeZone } from '../calendar/index.ts'
import { localTimeZone } from '../calendar/index.ts'
import type { Feature } from '../feature/index.ts'
import { expireHolds } from '../features/accounts/index.ts'
import { imports } from '../features/import/index.ts'
import { accountNames, holds, ledger } from '../ledger/index.ts'
import { features as allFeatures } from './features.ts'

/** What the bank's store takes from outside. */
export interface BankStoreOptions {
  /** Default: in memory. */
  readonly log?: EventLog
  readonly clock?: Clock
  readonly random?: Random
  readonly scheduler?: SchedulerLike
  /** The zone in which days begin. Default: that of the reader's clock. */
  readonly timeZone?: TimeZone
  /** Default: all that are there. */
  readonly features?: readonly Feature[]
  /** Replaces what the features make for their effects: another clearing bank, for instance. */
  readonly deps?: object
}

export type BankStore = Store

/**
 * The bank: a ledger, the files that it was told by, and what the features bring. Its past is read-only: while the
 * playhead is parked, a dispatch is refused. What an import books and what the bank answers goes on.
 */
export function createBankStore({
  log = memoryLog(),
  timeZone = localTimeZone(),
  features = allFeatures,
  deps,
  ...ports
}: BankStoreOptions = {}): BankStore {
  const { scheduler = asyncScheduler, random = Math.random } = ports
  const made = features.map((feature) => feature.deps?.({ scheduler, random, timeZone }))
  return createStore({
    slices: [ledger, holds, accountNames, imports, ...features.flatMap(({ slices = [] }) => slices)],
    // What an effect needs is made by its feature, which its own types cannot tell once it is in a list.
    effects: [expireHolds, ...features.flatMap(({ effects = [] }) => effects as readonly Effect<object>[])],
    deps: Object.assign({ timeZone }, ...made, deps) as object,
    log,
    parked: 'refuse',
    ...ports,
  })
}
