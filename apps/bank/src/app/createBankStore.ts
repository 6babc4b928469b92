import type { Clock, EventLog, Random } from '@playhead/core'
import { createStore, memoryLog } from '@playhead/core'
import type { SchedulerLike } from 'rxjs'
import { asyncScheduler } from 'rxjs'
import { imports } from '../features/import/index.ts'
import type { ClearingBank } from '../features/payments/index.ts'
import { clearPayment, payments, sandboxBank, waitUntilDue } from '../features/payments/index.ts'
import { ledger } from '../ledger/index.ts'

/** What the bank's store takes from outside. */
export interface BankStoreOptions {
  /** Default: in memory. */
  readonly log?: EventLog
  readonly clock?: Clock
  readonly random?: Random
  readonly scheduler?: SchedulerLike
  /** Who carries out payments. Default: a sandbox bank that clears at once. */
  readonly clearing?: ClearingBank
}

/**
 * The bank: a ledger, the files that it was told by, and payments. Its past is read-only: while the playhead is
 * parked, a dispatch is refused. What an import books and what the bank answers goes on.
 */
export function createBankStore({ log = memoryLog(), clearing, ...ports }: BankStoreOptions = {}) {
  const { scheduler = asyncScheduler, random = Math.random } = ports
  return createStore({
    slices: [ledger, imports, payments],
    effects: [clearPayment, waitUntilDue],
    deps: { clearing: clearing ?? sandboxBank({ scheduler, random }) },
    log,
    parked: 'refuse',
    ...ports,
  })
}

export type BankStore = ReturnType<typeof createBankStore>
