import type { Clock, EventLog, Random } from '@playhead/core'
import { createStore, memoryLog } from '@playhead/core'
import { imports } from '../features/import/index.ts'
import { ledger } from '../ledger/index.ts'

/** What the bank's store takes from outside. */
export interface BankStoreOptions {
  /** Default: in memory. */
  readonly log?: EventLog
  readonly clock?: Clock
  readonly random?: Random
}

/**
 * The bank: a ledger, and the files that it was told by. Its past is read-only: while the
 * playhead is parked, a dispatch is refused. What an import books arrives as a stream, and goes on.
 */
export function createBankStore({ log = memoryLog(), ...ports }: BankStoreOptions = {}) {
  return createStore({ slices: [ledger, imports], log, parked: 'refuse', ...ports })
}

export type BankStore = ReturnType<typeof createBankStore>
